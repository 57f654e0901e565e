package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.checker.DecayCone;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;

/** The obligation to follow every word from one slice of the decay cone. */
final class ConeSlice extends ProofObligation {

    private final DecayCone cone;
    private final int index;

    ConeSlice(DecayCone cone, int index) {
        this.cone = cone;
        this.index = index;
    }

    @Override
    EllipsoidZonotope states() {
        return cone.slice(index);
    }

    @Override
    int firstInput() {
        return cone.keepsZeros(index) ? 1 : 0;
    }
}
