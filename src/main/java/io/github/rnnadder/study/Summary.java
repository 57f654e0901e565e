package io.github.rnnadder.study;

import io.github.rnnadder.config.Fraction;
import io.github.rnnadder.config.Initializer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What a study says of one initializer.
 *
 * @param initializer the initializer
 * @param runs its runs, at least one
 */
record Summary(Initializer initializer, List<Run> runs) {

    static final List<String> COLUMNS = List.of(
            "initializer",
            "all sums right",
            "first perfect window: median (min to max)",
            "final accuracy: median (min to max)");

    List<String> cells() {
        return List.of(initializer.key(), perfect(), firstPerfectWindow(), finalAccuracy());
    }

    private String perfect() {
        long perfect = runs.stream().filter(Run::perfect).count();
        return perfect + " of " + runs.size() + " (" + Fraction.percent(perfect, runs.size()) + ")";
    }

    /** The windows of those runs that have one; how many they are, where not all have. */
    private String firstPerfectWindow() {
        double[] windows = runs.stream()
                .map(Run::firstPerfectWindow)
                .filter(Objects::nonNull)
                .mapToDouble(Integer::doubleValue)
                .toArray();
        if (windows.length == 0) {
            return "never";
        }
        return decimal(Quantile.of(windows, 0.5)) + " (" + decimal(Quantile.of(windows, 0)) + " to "
                + decimal(Quantile.of(windows, 1)) + ")"
                + (windows.length < runs.size() ? " in " + windows.length + " of " + runs.size() : "");
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private String finalAccuracy() {
        double[] accuracies = runs.stream().mapToDouble(Run::finalAccuracy).toArray();
        return percent(Quantile.of(accuracies, 0.5)) + " (" + percent(Quantile.of(accuracies, 0)) + " to "
                + percent(Quantile.of(accuracies, 1)) + ")";
    }

    /** Two decimals, rounded down, as everywhere. */
    private static String percent(double fraction) {
        return Fraction.percent((long) (fraction * 10_000), 10_000);
    }
}
