package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.model.training.Training;
import java.util.function.Consumer;

/** Reports how far each attempt of a training run with restarts has got. */
final class LearningProgress implements Consumer<CurvePoint> {

    private final TrainingConfig config;
    private final Progress progress;
    private int iteration = Integer.MAX_VALUE;

    LearningProgress(TrainingConfig config, Progress progress) {
        this.config = config;
        this.progress = progress;
    }

    @Override
    public void accept(CurvePoint point) {
        if (point.iteration() <= iteration) { // the first point of an attempt: no rate can be computed yet
            progress.begin("iterations", config.iterations());
        } else {
            progress.done(point.iteration(), () -> ", window accuracy " + Fraction.share(point.accuracy()));
        }
        iteration = point.iteration();
    }

    /** Says how a training ended: the iteration after which every sum was right, or how many were right at the end. */
    static String summary(Training training, int curveInterval) {
        if (training.diverged()) {
            return "  diverged: a weight or the loss was no longer finite";
        }
        CurvePoint last = training.curve().get(training.curve().size() - 1);
        if (last.iteration() < curveInterval) {
            return "  while it learned, " + Fraction.share(last.accuracy())
                    + " of the sums came out right; there was no full window of " + curveInterval;
        }
        if (last.iteration() - training.lastWrong() >= curveInterval) {
            return "  every sum right from iteration " + (training.lastWrong() + 1) + " on";
        }
        return training.firstPerfectWindow()
                .map(window -> "  a first window without a wrong sum ended at iteration " + window
                        + ", but the last wrong sum was at iteration " + training.lastWrong())
                .orElseGet(() -> "  no window of " + curveInterval + " iterations without a wrong sum; "
                        + Fraction.share(last.accuracy()) + " of the sums right in the last");
    }
}
