package io.github.rnnadder.report.study;

import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.config.Initializer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a study says of one initializer.
 *
 * @param initializer the initializer
 * @param runs its runs, at least one
 */
record Summary(Initializer initializer, List<Run> runs) {

    private static final List<String> COLUMNS = List.of(
            "initializer",
            "all sums right",
            "first perfect window: median (min to max)",
            "final accuracy: median (min to max)");

    /** Returns the headings; with {@code certify}, the results of the proofs have theirs. */
    static List<String> columns(boolean certify) {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (certify) {
            Arrays.stream(Status.values()).map(StudyTable::word).forEach(columns::add);
        }
        return columns;
    }

    List<String> cells(boolean certify) {
        List<String> cells =
                new ArrayList<>(List.of(initializer.key(), share(Run::perfect), firstPerfectWindow(), finalAccuracy()));
        if (certify) {
            for (Status status : Status.values()) {
                cells.add(share(run -> run.proof().equals(Optional.of(status))));
            }
        }
        return cells;
    }

    private String share(Predicate<Run> property) {
        long some = runs.stream().filter(property).count();
        return some + " of " + runs.size() + " (" + Fraction.percent(some, runs.size()) + ")";
    }

    /** The windows of those runs that have one; how many they are, where not all have. */
    private String firstPerfectWindow() {
        double[] windows = runs.stream()
                .map(Run::firstPerfectWindow)
                .flatMap(Optional::stream)
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
        double[] accuracies =
                runs.stream().mapToDouble(run -> run.accuracy().share()).toArray();
        return percent(Quantile.of(accuracies, 0.5)) + " (" + percent(Quantile.of(accuracies, 0)) + " to "
                + percent(Quantile.of(accuracies, 1)) + ")";
    }

    /** Two decimals, rounded down, as everywhere. */
    private static String percent(double fraction) {
        return Fraction.percent((long) (fraction * 10_000), 10_000);
    }
}
