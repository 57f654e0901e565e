package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.report.adder.CurveChart.Measure;
import java.util.List;

/**
 * The figures of one adder: figures 1 and 2 of the report, its weights, its hidden state over one addition, and its
 * certificate.
 */
final class AdderFigures {

    private static final int WIDTH = 720;
    private static final int CURVE_HEIGHT = 400;
    private static final double ALL = 100;
    /** A longer walk goes to the same places again. */
    private static final int MOST_STEPS = 8;

    private AdderFigures() {}

    /** Figure 1 of the report. */
    static Figure accuracy(List<CurvePoint> curve) {
        int iterations = iterations(curve);
        return new Figure(
                "accuracy",
                "Accuracy over " + iterations
                        + " iterations: figure 1 of the student's report that the network comes from,"
                        + " YengHung Ou, Deep Learning and Practice HW4, 2019.",
                "A line chart: of the sums in a window, " + percent(curve.get(0)) + " are right at iteration "
                        + curve.get(0).iteration() + " and " + percent(curve.get(curve.size() - 1)) + " at iteration "
                        + iterations + ".",
                WIDTH,
                List.of(CurveChart.panel(
                        CURVE_HEIGHT,
                        palette -> new CurveChart(palette, "Accuracy", Measure.ACCURACY, iterations, ALL)
                                .curve("accuracy", curve, palette.blue()))));
    }

    /** Figure 2 of the report. */
    static Figure error(List<CurvePoint> curve, int bits) {
        int iterations = iterations(curve);
        double most = curve.stream().mapToDouble(CurvePoint::error).max().orElse(1);
        return new Figure(
                "error",
                "Error over " + iterations
                        + " iterations: figure 2 of that report. Columns to the right of the first 1 of"
                        + " both operands give exactly 0.5, which no training changes: on average they cost what the dashed line"
                        + " shows. A window is a"
                        + " sample of sums, and may lie below it.",
                "A line chart: the mean loss of a window falls from "
                        + Numbers.round(curve.get(0).error()) + " to "
                        + Numbers.round(curve.get(curve.size() - 1).error()) + "; a dashed line marks the floor at "
                        + Numbers.round(floor(bits)) + ".",
                WIDTH,
                List.of(CurveChart.panel(
                        CURVE_HEIGHT,
                        palette -> new CurveChart(palette, "Error", Measure.ERROR, iterations, most)
                                .curve("error", curve, palette.blue())
                                .level("floor " + Numbers.round(floor(bits)), floor(bits), iterations)
                                .legend())));
    }

    /** Returns the expected loss of the columns before the first one: ½·½² for each, the last column being one too. */
    static double floor(int bits) {
        double columns = 0;
        double allZero = 1;
        for (int t = 1; t < bits; t++) {
            allZero /= 4;
            columns += allZero;
        }
        return (columns + allZero) / 8;
    }

    static Figure weights(Weights weights) {
        return new Figure(
                "weights",
                "The weights: blue is negative, vermilion positive, each matrix on its own scale, whose end is passed by 3 %"
                        + " of its entries at most. A column of W and the cell of"
                        + " V below it show what a hidden unit does; a row of W and of U, what drives it.",
                "Three heat maps, of W, of U on its right, and of V below it.",
                WIDTH,
                List.of(new Figure.Panel(WeightsPicture.HEIGHT, new WeightsPicture(weights))));
    }

    /** The hidden state of a walk below the carry that it has to remember. */
    static Figure hidden(Weights weights, Walk walk) {
        CarryReadout readout = CarryReadout.of(weights, walk.columns().size());
        return new Figure(
                "hidden",
                "The hidden state after each column, read from the right. Above it the carry out of the column (vermilion"
                        + " is 1), which the table has as the carry into the next one, and a weighted sum of the units that reads it: right in "
                        + readout.right() + " of "
                        + readout.total()
                        + " columns of random sums. Units that speak for a carry are at the top, those"
                        + " that speak against it at the bottom.",
                "A heat map of the hidden units over the columns of " + walk.operands()
                        + ", below the carry and what is read out as the carry.",
                WIDTH,
                List.of(new Figure.Panel(HiddenPicture.HEIGHT, new HiddenPicture(walk, readout))));
    }

    /** The states that a certificate speaks of, with a walk among them. */
    static Figure certificate(Certificate certificate, Walk walk) {
        CertifiedSet set = CertifiedSet.of(certificate);
        List<Walk.Step> first =
                walk.columns().subList(0, Math.min(MOST_STEPS, walk.columns().size()));
        int balls = certificate.balls().size();
        return new Figure(
                "certificate",
                "The " + balls
                        + " balls of the certificate as they fall on the two principal directions of their centres,"
                        + " which keep " + Numbers.round(100 * set.plane().kept()) + "% of the variance; what overlaps"
                        + " here need not do so in all " + certificate.hiddenSize() + " dimensions. Blue: the network"
                        + " holds no carry; vermilion: it holds one. Beside them, the two bits that it read last. From"
                        + " every point of every ball, whatever it reads next, it comes into a ball of the right colour"
                        + (set.tube().isPresent() ? " or into the tube" : "")
                        + " again, at once or some columns later, and all bits on the way are right. The line is "
                        + walk.a() + " + " + walk.b() + ", from h₀ = 0 on, each point the state after one column."
                        + (set.tube().isPresent()
                                ? " The green line is the axis of the tube, in which the state fades while only zeros come."
                                : ""),
                "A plane with " + balls
                        + " translucent ellipses in heaps: blue ones without carry, vermilion"
                        + " ones with a carry. A line goes from the origin through " + first.size()
                        + " numbered points, from heap to heap, one for each column of the sum.",
                WIDTH,
                List.of(new Figure.Panel(CertificatePicture.HEIGHT, new CertificatePicture(set, first))));
    }

    private static int iterations(List<CurvePoint> curve) {
        return curve.get(curve.size() - 1).iteration();
    }

    private static String percent(CurvePoint point) {
        return Numbers.round(100 * point.accuracy()) + "%";
    }
}
