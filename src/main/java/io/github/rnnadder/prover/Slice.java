package io.github.rnnadder.prover;

import io.github.rnnadder.checker.StateSet;
import io.github.rnnadder.checker.ZeroTube;

/** One slice of the tube. */
final class Slice extends Part {

    private final ZeroTube tube;
    private final int index;

    Slice(ZeroTube tube, int index) {
        this.tube = tube;
        this.index = index;
    }

    @Override
    boolean place(StateSet set, double[] state) {
        tube.slice(index, set);
        System.arraycopy(set.centre(), 0, state, 0, state.length);
        return set.isBounded();
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
