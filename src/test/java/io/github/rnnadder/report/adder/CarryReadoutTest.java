package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class CarryReadoutTest {

    /** It learned from 500 random sums; these are all 16,384. */
    @Test
    void theCarryCanBeReadFromTheHiddenStateOfATrainedAdderInNearlyAllColumns() {
        CarryReadout readout = CarryReadout.of(Adders.TRAINED.weights(), 8);
        assertThat(readout.total()).isEqualTo(4000);
        assertThat(readout.right()).isGreaterThan(3980);
        int right = 0;
        for (long a = 0; a < 128; a++) {
            for (long b = 0; b < 128; b++) {
                for (Walk.Step column : Walk.of(
                                Adders.TRAINED.weights(), 8, BigInteger.valueOf(a), BigInteger.valueOf(b))
                        .columns()) {
                    right += readout.value(column.hidden()) > 0 == (column.carry() == 1) ? 1 : 0;
                }
            }
        }
        assertThat(right / (16384 * 8.0)).isGreaterThan(0.995);
    }

    @Test
    void everyUnitIsShownOnce() {
        assertThat(CarryReadout.of(Adders.UNTRAINED.weights(), 8).units())
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }
}
