package io.github.rnnadder.weights;

import io.github.rnnadder.model.network.Weights;
import java.util.Arrays;
import java.util.Optional;

/** Compares two sets of weights of the same shape, to the last bit, in the order U, W, V, row by row. */
public final class FirstDifference {

    private FirstDifference() {}

    /** Returns the first difference, such as {@code W[3][5] is 0.1234, reproduced 0.1235}; empty if there is none. */
    public static Optional<String> between(Weights weights, Weights reproduced) {
        return first("U", weights.u(), reproduced.u())
                .or(() -> first("W", weights.w(), reproduced.w()))
                .or(() -> first("V", new double[][] {weights.v()}, new double[][] {reproduced.v()}));
    }

    private static Optional<String> first(String name, double[][] is, double[][] reproduced) {
        for (int i = 0; i < is.length; i++) {
            int j = Arrays.mismatch(is[i], reproduced[i]);
            if (j >= 0) {
                return Optional.of(name + "[" + i + "][" + j + "] is " + JsonText.text(is[i][j]) + ", reproduced "
                        + JsonText.text(reproduced[i][j]));
            }
        }
        return Optional.empty();
    }
}
