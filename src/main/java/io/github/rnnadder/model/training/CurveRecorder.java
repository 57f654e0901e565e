package io.github.rnnadder.model.training;

import io.github.rnnadder.model.network.Weights;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records the learning curve of a training, one window of iterations at a time. */
final class CurveRecorder {

    private final int interval;
    private final int[] rights;
    private final double[] errors;
    private int iteration;
    private int windows;
    private int rightBefore;
    private int length;
    private int right;
    private double loss;
    private int lastWrong;
    private @Nullable Integer firstPerfectWindow;

    CurveRecorder(int interval, int iterations) {
        this.interval = interval;
        int most = (int) (((long) iterations + interval - 1) / interval);
        this.rights = new int[most];
        this.errors = new double[most];
    }

    void count(double lossOfSum, boolean exact) {
        iteration++;
        length++;
        loss += lossOfSum;
        if (exact) {
            right++;
        } else {
            lastWrong = iteration;
        }
    }

    boolean windowIsFull() {
        return length == interval;
    }

    /** Returns the point of the current window, as if the window ended now. */
    CurvePoint point() {
        return new CurvePoint(iteration, (double) right / length, loss / length);
    }

    void endWindow() {
        if (firstPerfectWindow == null && right == interval) {
            firstPerfectWindow = iteration;
        }
        rights[windows] = right;
        errors[windows] = loss / length;
        windows++;
        rightBefore += right;
        length = 0;
        right = 0;
        loss = 0;
    }

    /** Returns the learning curve, with a point for each window that has ended. */
    LearningCurve curve() {
        return new LearningCurve(interval, iteration, Arrays.copyOf(rights, windows), Arrays.copyOf(errors, windows));
    }

    /** Returns the iteration at which the first full window without a wrong sum ended; empty if there is none. */
    Optional<Integer> firstPerfectWindow() {
        return Optional.ofNullable(firstPerfectWindow);
    }

    /** Returns a checkpoint of the training now, with the given current weights. */
    Checkpoint checkpoint(Weights weights) {
        return new Checkpoint(iteration, rightBefore + right, lastWrong, weights);
    }

    int lastWrong() {
        return lastWrong;
    }
}
