package io.github.rnnadder.report.study;

import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The comparison of the initializers as a table: a line for each, as the student's report lists them. */
public final class StudyTable {

    private final Study study;
    private final List<List<String>> rows = new ArrayList<>();

    /** Makes the table of a study. */
    public StudyTable(Study study) {
        this.study = study;
        boolean certify = study.conditions().config().certify();
        rows.add(Summary.columns(certify));
        for (Initializer initializer : Initializer.values()) {
            rows.add(new Summary(initializer, study.runs(initializer)).cells(certify));
        }
    }

    /** Returns what a result is called in tables. */
    public static String word(Status status) {
        return switch (status) {
            case CERTIFIED -> "proved";
            case COUNTEREXAMPLE -> "refuted";
            case UNKNOWN -> "undecided";
        };
    }

    /** Returns the cells of each line, the headings first. */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /** Returns the table for a console: its columns aligned by spaces. */
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

    /** Returns the table as Markdown, under a sentence that says what was run. */
    public byte[] markdown() {
        StringBuilder markdown = new StringBuilder(sentence()).append("\n\n");
        markdown.append(row(rows.get(0)))
                .append("|---".repeat(rows.get(0).size()))
                .append("|\n");
        rows.stream().skip(1).map(StudyTable::row).forEach(markdown::append);
        return markdown.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Says what was run. */
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
