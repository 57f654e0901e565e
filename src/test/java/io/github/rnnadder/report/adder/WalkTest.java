package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WalkTest {

    @Test
    void theColumnsAddUpToTheSum() {
        for (long a = 0; a < 128; a += 5) {
            for (long b = 0; b < 128; b += 3) {
                Walk walk = Walk.of(Adders.TRAINED.weights(), 8, BigInteger.valueOf(a), BigInteger.valueOf(b));
                assertThat(walk.predicted()).isEqualTo(a + b);
                for (int t = 0; t < 8; t++) {
                    long modulus = 2L << t;
                    assertThat(walk.columns().get(t).right()).isEqualTo((int) ((a + b) >> t & 1));
                    assertThat(walk.columns().get(t).carry()).isEqualTo(a % modulus + b % modulus >= modulus ? 1 : 0);
                }
            }
        }
    }

    @Test
    void theOperandsThatAreShownCarryInEveryWay() {
        Set<String> seen = new HashSet<>();
        for (Walk.Step column : Walk.of(Adders.TRAINED.weights(), 8).columns()) {
            seen.add((column.a() + column.b()) + " with carry " + column.carryIn());
        }
        assertThat(seen).contains("2 with carry 0", "1 with carry 1", "0 with carry 1", "1 with carry 0");
    }

    @Test
    void theWidestOperandsFit() {
        Walk walk = Walk.of(Adders.TRAINED.weights(), 62);
        assertThat(walk.columns()).hasSize(62);
        assertThat(walk.a().max(walk.b()).bitLength()).isLessThan(62);
    }
}
