package io.github.rnnadder.prover;

import io.github.rnnadder.certificate.FullAdder;
import io.github.rnnadder.checker.StateSet;
import java.util.Arrays;

/** The state h₀ = 0. Column 00 leaves it as it is; each of the others must lead into a ball at once. */
final class Start extends Part {

    @Override
    boolean place(StateSet set, double[] state) {
        Arrays.fill(state, 0);
        set.setBall(state, new double[state.length][state.length]);
        return true;
    }

    @Override
    int carry() {
        return 0;
    }

    @Override
    int firstColumn() {
        return 1;
    }

    @Override
    int mostSteps() {
        return FullAdder.COLUMNS - 1;
    }
}
