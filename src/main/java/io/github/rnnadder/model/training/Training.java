package io.github.rnnadder.model.training;

import io.github.rnnadder.model.network.Weights;
import java.util.List;

/**
 * What one try of training gave.
 *
 * @param seedUsed the seed of this try
 * @param weights the trained weights; when the training diverged, the finite ones that it had at most 1000 iterations
 *     before
 * @param curve the learning curve, a point per {@code curveInterval}, and one for the iterations that are left at the
 *     end
 * @param firstPerfectWindow the iteration at which the first full window without a wrong sum ends, or null
 * @param lastWrong the last iteration whose sum came out wrong, or 0
 * @param diverged whether a weight was no longer finite, which ended the try
 */
public record Training(
        long seedUsed,
        Weights weights,
        List<CurvePoint> curve,
        Integer firstPerfectWindow,
        int lastWrong,
        boolean diverged) {}
