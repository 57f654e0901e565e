package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.certificate.FullAdder;
import io.github.rnnadder.proof.checker.StateSet;

/** The state h₀ = 0. Column 00 leaves it as it is; each of the others must lead into a ball at once. */
final class Start extends Part {

    private final int h;

    Start(int h) {
        this.h = h;
    }

    @Override
    StateSet states() {
        return new StateSet(new double[h], new double[h][h], new double[h][0]);
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
