package io.github.rnnadder.model.training;

import io.github.rnnadder.model.network.Weights;
import java.util.List;
import java.util.Optional;

/**
 * The result of one try of a training.
 *
 * @param seedUsed the seed of this try
 * @param weights the trained weights; if the training diverged, the last finite ones, at most 1000 iterations older
 * @param curve the learning curve
 * @param firstPerfectWindow the iteration at which the first full window without a wrong sum ended; empty if none did
 * @param lastWrong the last iteration with a wrong sum, or 0
 * @param checkpoints the weights at some iterations, from the initial to the trained ones; empty if the network is
 *     large or diverged
 * @param diverged whether a weight was no longer finite, which ended the try
 */
public record Training(
        long seedUsed,
        Weights weights,
        List<CurvePoint> curve,
        Optional<Integer> firstPerfectWindow,
        int lastWrong,
        List<Checkpoint> checkpoints,
        boolean diverged) {}
