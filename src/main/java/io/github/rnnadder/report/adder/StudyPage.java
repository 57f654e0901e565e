package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.report.adder.CurveChart.Measure;
import io.github.rnnadder.report.study.Run;
import io.github.rnnadder.report.study.Study;
import io.github.rnnadder.report.study.StudyTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A study as a page that needs no other file: the initializers side by side on one scale, and its runs. However large
 * the study is, the page is not: of each initializer it shows the median and the band of all runs, and single ones of
 * the first seeds.
 *
 * @param study what the page is about
 */
public record StudyPage(Study study) {

    /** The single runs of each initializer: 100 of them, of 100 points each, take 200 kB. */
    static final int MOST_RUNS = 100;

    private static final double ALL = 100;

    /** Returns the page in UTF-8. */
    public byte[] document() {
        StudyTable table = new StudyTable(study);
        Html html = new Html();
        html.line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>")
                .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .line("<title>Initializers compared</title>")
                .style("page.css")
                .style("study.css")
                .line("</head>\n<body>\n<h1>Initializers compared</h1>")
                .paragraph(table.sentence())
                .table(table.rows().get(0), table.rows().subList(1, table.rows().size()));
        filter(html);
        charts(html);
        runs(html);
        return html.script("study.js").line("</body>\n</html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void filter(Html html) {
        html.line("<fieldset id=\"initializers\" hidden=\"hidden\"><legend>Show</legend>");
        for (Initializer initializer : Initializer.values()) {
            html.line("<label><input type=\"checkbox\" checked=\"checked\" value=\"" + initializer.key() + "\"/> "
                    + initializer.key() + "</label>");
        }
        html.line("</fieldset>");
    }

    private void charts(Html html) {
        int iterations = study.conditions().config().iterations();
        double most = study.runs().stream()
                .flatMap(run -> run.curve().stream())
                .mapToDouble(CurvePoint::error)
                .max()
                .orElse(1);
        html.line("<p id=\"run\" aria-live=\"polite\"></p>").line("<div class=\"charts\">");
        int first = 0;
        for (Initializer initializer : Initializer.values()) {
            List<Run> runs = study.runs(initializer);
            html.line("<section class=\"" + initializer.key() + "\" data-initializer=\"" + initializer.key() + "\">")
                    .heading(initializer.key());
            CurveSvg accuracy = new CurveSvg(Measure.ACCURACY, iterations, ALL);
            CurveSvg error = new CurveSvg(Measure.ERROR, iterations, most);
            String of = " over the iterations, " + initializer.key() + ", " + runs.size() + " runs";
            html.line(accuracy.of("Sums right in a window (%)" + of, runs, first))
                    .line(error.of("Mean loss L in a window" + of, runs, first))
                    .line("</section>");
            first += shown(runs).size();
        }
        html.line("</div>")
                .paragraph("Thick: the median of all runs. Shaded: 10 to 90 % of them. Thin: single runs"
                        + (isCut() ? ", those of the first " + MOST_RUNS + " seeds" : "")
                        + ". A pointer on a curve, or the arrow keys in the table, tell which it is.");
    }

    /** Returns the runs that are shown one by one. */
    static List<Run> shown(List<Run> runs) {
        return runs.subList(0, Math.min(MOST_RUNS, runs.size()));
    }

    private boolean isCut() {
        return Arrays.stream(Initializer.values())
                .anyMatch(initializer -> study.runs(initializer).size() > MOST_RUNS);
    }

    private void runs(Html html) {
        boolean certify = study.conditions().config().certify();
        List<String> header =
                new ArrayList<>(List.of("initializer", "seed", "sums right", "final accuracy", "first perfect window"));
        if (certify) {
            header.add("every width");
        }
        html.heading("Runs");
        if (isCut()) {
            html.paragraph("Of " + study.runs().size() + " runs, those of the first " + MOST_RUNS
                    + " seeds of each initializer; study.csv has them all.");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Initializer initializer : Initializer.values()) {
            for (Run run : shown(study.runs(initializer))) {
                List<String> row = new ArrayList<>(List.of(
                        initializer.key(),
                        String.valueOf(run.seed()),
                        run.correctSums() + " of " + run.totalSums(),
                        run.diverged() ? "diverged" : Fraction.percent(run.correctSums(), run.totalSums()),
                        run.firstPerfectWindow() == null ? "never" : String.valueOf(run.firstPerfectWindow())));
                if (certify) {
                    row.add(StudyTable.word(run.verdict()));
                }
                rows.add(row);
            }
        }
        html.line("<div class=\"runs\" role=\"region\" aria-label=\"Runs\" tabindex=\"0\">")
                .table("runs", "Runs", header, rows)
                .line("</div>");
    }
}
