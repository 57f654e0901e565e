package io.github.rnnadder.proof.prover;

import static io.github.rnnadder.base.numeric.TestMatrices.minus;
import static io.github.rnnadder.base.numeric.TestMatrices.random;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.Reference;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.prover.ContractionMetric.Effort;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContractionMetricTest {

    private final Weights weights = TestNetworks.load("decay-1");
    private final double[][][] t = ContractionMetric.of(new Cell(weights), Effort.QUICK);

    @Test
    void eachTagThatOccursHasAMetricOfSixDigits() {
        for (int tag = 0; tag < 8; tag++) {
            assertThat(t[tag] == null).as("tag %s", tag).isEqualTo(tag == 3 || tag == 4);
        }
        assertThat(Rounding.round(t[7])).isDeepEqualTo(t[7]);
    }

    /** Uses pairs of close states that the descent has not seen; many steps separate them in the Euclidean norm. */
    @Test
    void nearStatesComeNearerInTheMetricsThanTheyDoInTheEuclideanNorm() {
        assertThat(stretch(t)).isLessThan(0.3 * stretch(null));
    }

    @Test
    void moreEffortBringsThemNearer() {
        double[][][] thorough = ContractionMetric.of(new Cell(weights), Effort.THOROUGH);
        assertThat(stretch(thorough)).isLessThan(stretch(t));
    }

    /** Returns the sum of g⁴ over steps from close states; Euclidean if t is null. */
    private double stretch(double[][][] t) {
        Random random = new Random(3);
        double sum = 0;
        for (int n = 0; n < 2000; n++) {
            Reference one = new Reference(weights, StrictMath::tanh);
            Reference other = new Reference(weights, StrictMath::tanh);
            int x = 0;
            for (int k = 3 + random.nextInt(10); k > 0; k--) {
                x = random.nextInt(4);
                one.step(x & 1, x >> 1);
            }
            double[] from = Matrices.scaled(random(16, random), 1e-6);
            double[] near = minus(one.state(), from);
            other.restart(near, one.carry());
            int tag = 4 * one.carry() + x;
            x = random.nextInt(4);
            one.step(x & 1, x >> 1);
            other.step(x & 1, x >> 1);
            double[] to = minus(one.state(), other.state());
            double before = length(t == null ? null : t[tag], from);
            double after = length(t == null ? null : t[4 * one.carry() + x], to);
            sum += Math.pow(after / before, 4);
        }
        return sum;
    }

    private static double length(double[][] t, double[] y) {
        return Matrices.norm(t == null ? y : Matrices.mult(t, y));
    }
}
