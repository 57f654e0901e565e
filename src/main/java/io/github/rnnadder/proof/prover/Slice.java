package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.checker.StateSet;
import io.github.rnnadder.proof.checker.ZeroTube;

/** One slice of the tube. */
final class Slice extends Part {

    private final ZeroTube tube;
    private final int index;

    Slice(ZeroTube tube, int index) {
        this.tube = tube;
        this.index = index;
    }

    @Override
    StateSet states() {
        return tube.slice(index);
    }

    @Override
    int carry() {
        return 0;
    }

    @Override
    int firstColumn() {
        return tube.keepsZeros(index) ? 1 : 0;
    }
}
