package io.github.rnnadder.model.training;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * A learning curve that takes 12 bytes per point, because a study keeps many in memory. It has one point for each full
 * window, and one more if iterations are left after the last full window.
 */
public final class LearningCurve extends AbstractList<CurvePoint> implements RandomAccess {

    private final int interval;
    private final int iterations;
    private final int[] right;
    private final double[] error;

    /**
     * @param interval the number of iterations in a full window
     * @param iterations the number of iterations in the training; the last window may be shorter than the others
     * @param right by window, the number of sums that came out right; kept, not copied
     * @param error by window, the mean loss; kept, not copied
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
