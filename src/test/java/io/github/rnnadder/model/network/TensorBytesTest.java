package io.github.rnnadder.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class TensorBytesTest {

    private static final Weights TWO_UNITS =
            new Weights(new double[][] {{1, 2}, {3, 4}}, new double[][] {{5, 6}, {7, 8}}, new double[] {9, 10});

    @Test
    void theBytesAreUThenWThenVRowByRow() {
        ByteBuffer bytes = ByteBuffer.wrap(TensorBytes.bytes(TWO_UNITS)).order(ByteOrder.LITTLE_ENDIAN);
        for (int weight = 1; weight <= 10; weight++) {
            assertThat(bytes.getDouble()).isEqualTo(weight);
        }
        assertThat(bytes.hasRemaining()).isFalse();
        assertThat(TensorBytes.sha256(TWO_UNITS)).isEqualTo(Sha256.of(bytes.array()));
    }

    @Test
    void theWeightsOfTheBytesAreTheSameAgain() {
        assertThat(TensorBytes.weights(TensorBytes.bytes(TWO_UNITS)))
                .usingRecursiveComparison()
                .isEqualTo(TWO_UNITS);
        for (int length : new int[] {8 * 9, 8 * 10 + 1, 8 * 11}) {
            assertThatThrownBy(() -> TensorBytes.weights(new byte[length]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void thereAreAsManyWeightsAsUWAndVHaveEntries() {
        assertThat(TWO_UNITS.count()).isEqualTo(10);
        assertThat(new Weights(new double[1][2], new double[1][1], new double[1]).count())
                .isEqualTo(4);
    }
}
