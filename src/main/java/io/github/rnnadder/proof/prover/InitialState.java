package io.github.rnnadder.proof.prover;

import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;

/** The obligation of the initial state h₀ = 0. Input 00 keeps h₀; every other input must lead into a ball at once. */
final class InitialState extends ProofObligation {

    private final int h;

    InitialState(int h) {
        this.h = h;
    }

    @Override
    EllipsoidZonotope states() {
        return new EllipsoidZonotope(new double[h], new double[h][h], new double[h][0]);
    }

    @Override
    int firstInput() {
        return 1;
    }

    @Override
    int maxSteps() {
        return FullAdder.INPUT_VALUES - 1;
    }
}
