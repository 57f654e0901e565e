package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.network.Weights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the hidden state holds the carry: a weighted sum of the units that is positive with a carry and negative
 * without, found by the perceptron rule (Rosenblatt, 1958) over about 4000 columns of random sums.
 */
final class CarryReadout {

    private static final int COLUMNS = 4000;
    private static final int PASSES = 50;

    private final List<Walk.Step> columns = new ArrayList<>();
    private final double[] weights;
    private double bias;

    private CarryReadout(int hiddenSize) {
        this.weights = new double[hiddenSize];
    }

    static CarryReadout of(Weights network, int bits) {
        CarryReadout readout = new CarryReadout(network.hiddenSize());
        SplitMix64 random = new SplitMix64(1);
        long mask = (1L << (bits - 1)) - 1;
        for (int n = 0; n < COLUMNS / bits; n++) {
            BigInteger a = BigInteger.valueOf(random.nextLong() & mask);
            BigInteger b = BigInteger.valueOf(random.nextLong() & mask);
            readout.columns.addAll(Walk.of(network, bits, a, b).columns());
        }
        for (int pass = 0; pass < PASSES && readout.right() < readout.total(); pass++) {
            readout.columns.forEach(readout::learn);
        }
        return readout;
    }

    private void learn(Walk.Step column) {
        if (!reads(column)) {
            int sign = column.carry() == 1 ? 1 : -1;
            for (int i = 0; i < weights.length; i++) {
                weights[i] += sign * column.hidden()[i];
            }
            bias += sign;
        }
    }

    private boolean reads(Walk.Step column) {
        double value = value(column.hidden());
        return column.carry() == 1 ? value > 0 : value < 0;
    }

    /** Returns the weighted sum for a hidden state. */
    double value(double[] hidden) {
        double value = bias;
        for (int i = 0; i < weights.length; i++) {
            value += weights[i] * hidden[i];
        }
        return value;
    }

    /** Returns in how many columns of the random sums it reads the carry right. */
    long right() {
        return columns.stream().filter(this::reads).count();
    }

    /** Returns how many columns they have. */
    long total() {
        return columns.size();
    }

    /**
     * Returns the hidden units, the one that speaks most for a carry first, the one that speaks most against it last.
     */
    int[] units() {
        Integer[] units = new Integer[weights.length];
        Arrays.setAll(units, i -> i);
        Arrays.sort(units, Comparator.comparingDouble(i -> -weights[i]));
        return Arrays.stream(units).mapToInt(Integer::intValue).toArray();
    }
}
