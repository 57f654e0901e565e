package io.github.rnnadder.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {

    private static void refuses(double[][] u, double[][] w, double[] v, String sentence) {
        assertThatThrownBy(() -> new Weights(u, w, v))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void shapesThatDoNotFitTogetherAreRefused() {
        refuses(new double[2][2], new double[3][3], new double[3], "U is empty, or not 3×2");
        refuses(new double[4][2], new double[3][3], new double[3], "U is empty, or not 3×2");
        refuses(new double[3][3], new double[3][3], new double[3], "U is empty, or not 3×2");
        refuses(new double[3][2], new double[2][3], new double[3], "W is empty, or not 3×3");
        refuses(new double[3][2], new double[3][4], new double[3], "W is empty, or not 3×3");
        refuses(new double[2][2], new double[][] {{0, 0}, {0}}, new double[2], "W is empty, or not 2×2");
        refuses(new double[0][2], new double[0][0], new double[0], "U is empty, or not 0×2");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.0000000000000002e7, -1.1e7})
    void anEntryThatIsNotFiniteOrTooLargeIsRefused(double entry) {
        String sentence = " is " + entry + "; it must be a finite number of at most 1.0E7 in absolute value";
        refuses(new double[][] {{0, entry}}, new double[1][1], new double[1], "U[0][1]" + sentence);
        refuses(new double[1][2], new double[][] {{entry}}, new double[1], "W[0][0]" + sentence);
        refuses(new double[1][2], new double[1][1], new double[] {entry}, "V[0][0]" + sentence);
    }

    @Test
    void theLargestWeightsAreAllowedAndNothingChangesThemLater() {
        double[][] u = {{1e7, -1e7}};
        double[][] w = {{-1e7}};
        double[] v = {1e7};
        Weights weights = new Weights(u, w, v);
        u[0][0] = 0;
        w[0][0] = 0;
        v[0] = 0;
        assertThat(new double[] {weights.u()[0][0], weights.u()[0][1], weights.w()[0][0], weights.v()[0]})
                .containsExactly(1e7, -1e7, -1e7, 1e7);
    }
}
