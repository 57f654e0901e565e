package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.checker.DecayCone;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;

/** One slice of the tube. */
final class ConeSlice extends ProofObligation {

    private final DecayCone tube;
    private final int index;

    ConeSlice(DecayCone tube, int index) {
        this.tube = tube;
        this.index = index;
    }

    @Override
    EllipsoidZonotope states() {
        return tube.slice(index);
    }

    @Override
    int carry() {
        return 0;
    }

    @Override
    int firstInput() {
        return tube.keepsZeros(index) ? 1 : 0;
    }
}
