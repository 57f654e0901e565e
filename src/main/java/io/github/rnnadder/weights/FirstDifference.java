package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.github.rnnadder.network.Weights;
import java.util.Optional;

/** Finds where weights differ from others of the same shape, to the last bit: U, then W, then V, row by row. */
public final class FirstDifference {

    private FirstDifference() {}

    /** Returns the first difference, as {@code W[3][5] is 0.1234, reproduced 0.1235}; empty if there is none. */
    public static Optional<String> between(Weights weights, Weights reproduced) {
        int h = weights.hiddenSize();
        return first("U", h, Weights.INPUTS, weights::u, reproduced::u)
                .or(() -> first("W", h, h, weights::w, reproduced::w))
                .or(() -> first("V", 1, h, (i, j) -> weights.v(j), (i, j) -> reproduced.v(j)));
    }

    /** The entries of a matrix. */
    private interface Entries {
        double at(int i, int j);
    }

    private static Optional<String> first(String name, int rows, int columns, Entries is, Entries reproduced) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double one = is.at(i, j);
                double other = reproduced.at(i, j);
                if (Double.doubleToLongBits(one) != Double.doubleToLongBits(other)) {
                    return Optional.of(name + "[" + i + "][" + j + "] is " + NumberOutput.toString(one, true)
                            + ", reproduced " + NumberOutput.toString(other, true));
                }
            }
        }
        return Optional.empty();
    }
}
