package io.github.rnnadder.report.study;

import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/** Compares the initializers of a study in a table with one row for each, in the order of the student's report. */
public final class StudyTable {

    private final Study study;
    private final List<List<String>> rows = new ArrayList<>();

    /** Creates the table of a study. */
    public StudyTable(Study study) {
        this.study = study;
        List<Status> statuses = study.conditions().config().certify() ? List.of(Status.values()) : List.of();
        List<String> header = new ArrayList<>(List.of(
                "initializer",
                "all sums right",
                "first perfect window: median (min to max)",
                "final accuracy: median (min to max)"));
        statuses.forEach(status -> header.add(word(status)));
        rows.add(header);
        for (Initializer initializer : Initializer.values()) {
            List<Run> runs = study.runs(initializer);
            List<String> row = new ArrayList<>(List.of(
                    initializer.key(), share(runs, Run::perfect), firstPerfectWindow(runs), finalAccuracy(runs)));
            statuses.forEach(status -> row.add(share(runs, run -> run.proof().equals(Optional.of(status)))));
            rows.add(row);
        }
    }

    private static String share(List<Run> runs, Predicate<Run> property) {
        long some = runs.stream().filter(property).count();
        return some + " of " + runs.size() + " (" + Fraction.percent(some, runs.size()) + ")";
    }

    private static String firstPerfectWindow(List<Run> runs) {
        double[] windows = runs.stream()
                .flatMap(run -> run.firstPerfectWindow().stream())
                .mapToDouble(Integer::doubleValue)
                .toArray();
        if (windows.length == 0) {
            return "never";
        }
        return medianAndRange(windows, StudyTable::decimal)
                + (windows.length < runs.size() ? " in " + windows.length + " of " + runs.size() : "");
    }

    private static String finalAccuracy(List<Run> runs) {
        double[] accuracies =
                runs.stream().mapToDouble(run -> run.accuracy().share()).toArray();
        return medianAndRange(accuracies, Fraction::share);
    }

    private static String medianAndRange(double[] values, DoubleFunction<String> text) {
        return text.apply(Quantile.of(values, 0.5)) + " (" + text.apply(Quantile.of(values, 0)) + " to "
                + text.apply(Quantile.of(values, 1)) + ")";
    }

    /** Returns the word for a proof status in tables, for example {@code proved}. */
    public static String word(Status status) {
        return switch (status) {
            case CERTIFIED -> "proved";
            case COUNTEREXAMPLE -> "refuted";
            case UNKNOWN -> "undecided";
        };
    }

    /** Returns the cells of each row; the first row is the header. */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /** Returns the lines of the table for a console, with columns aligned by spaces. */
    public List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length()));
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(String.format(Locale.ROOT, "%-" + (widths[i] + 2) + "s", row.get(i)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** Returns the table as Markdown in UTF-8, below the {@link #sentence} about the runs. */
    public byte[] markdown() {
        StringBuilder markdown = new StringBuilder(sentence() + "\n\n" + row(rows.get(0)))
                .append("|---".repeat(rows.get(0).size()) + "|\n");
        rows.stream().skip(1).map(StudyTable::row).forEach(markdown::append);
        return markdown.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Returns a sentence about the runs: the seeds, the size of the network and the training. */
    public String sentence() {
        TrainingConfig config = study.conditions().config();
        List<Run> some = study.runs(Initializer.values()[0]);
        return some.size() + " seeds (" + some.get(0).seed() + " to "
                + some.get(some.size() - 1).seed() + ") for each initializer: " + config.hiddenSize()
                + " hidden units learn sums of " + config.bits() + " bits in " + config.iterations()
                + " iterations, learning rate " + decimal(config.learningRate()) + ", weight decay "
                + decimal(config.weightDecay()) + ". A window is " + config.curveInterval()
                + " iterations; a perfect one has no wrong sum."
                + (config.certify()
                        ? " Proved is a network that adds right at every width, refuted one that does not at some."
                        : "");
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
