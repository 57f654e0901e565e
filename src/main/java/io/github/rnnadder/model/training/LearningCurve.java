package io.github.rnnadder.model.training;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * A learning curve, kept in 12 bytes for each point: those of many trainings lie in memory at once. It has a point for
 * each window, and one for the iterations after the last full window, if there are any.
 */
public final class LearningCurve extends AbstractList<CurvePoint> implements RandomAccess {

    private final int interval;
    private final int iterations;
    private final int[] right;
    private final double[] error;

    /**
     * @param interval iterations of a full window
     * @param iterations those of the training, which may end with a shorter window
     * @param right of each window, the sums that came out right; kept, not copied
     * @param error of each window, its mean loss; kept, not copied
     */
    public LearningCurve(int interval, int iterations, int[] right, double[] error) {
        this.interval = interval;
        this.iterations = iterations;
        this.right = right;
        this.error = error;
    }

    @Override
    public CurvePoint get(int window) {
        int start = window * interval;
        int length = Math.min(interval, iterations - start);
        return new CurvePoint(start + length, (double) right[window] / length, error[window]);
    }

    @Override
    public int size() {
        return right.length;
    }
}
