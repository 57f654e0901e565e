package io.github.rnnadder.model.training;

import io.github.rnnadder.model.network.BackPropagation;
import io.github.rnnadder.model.network.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps checkpoints of a training, most of them where its learning curve rises. A turn is a right sum directly after a
 * wrong one. Where a share p of the sums is right, a turn has the probability p(1 − p). Consecutive checkpoints are
 * separated by equally many turns.
 */
final class CheckpointRecorder {

    /** The maximum number of checkpoints. If there are more, every second one is dropped. */
    private static final int MOST = 16;

    /** The maximum H for which checkpoints are kept. With a larger network, the report would be too large. */
    private static final int MAX_HIDDEN_SIZE = 64;

    private final List<Checkpoint> kept = new ArrayList<>();
    /** The number of turns from one checkpoint to the next. */
    private int interval = 4;

    private int turns;

    CheckpointRecorder(Weights initial) {
        add(new Checkpoint(0, 0, 0, initial));
    }

    /** Counts a turn, and adds a checkpoint after every {@link #interval} turns. */
    void turn(CurveRecorder curve, BackPropagation network) {
        turns++;
        if (!kept.isEmpty() && turns % interval == 0 && network.finite()) {
            add(curve.checkpoint(network.weights()));
            if (kept.size() > MOST) {
                for (int i = 1; i < kept.size(); i++) {
                    kept.remove(i);
                }
                interval *= 2;
            }
        }
    }

    void add(Checkpoint checkpoint) {
        if (checkpoint.weights().hiddenSize() <= MAX_HIDDEN_SIZE) {
            kept.add(checkpoint);
        }
    }

    List<Checkpoint> kept() {
        return kept;
    }
}
