package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.report.study.Run;
import io.github.rnnadder.report.study.Study;
import io.github.rnnadder.report.study.StudyTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes the report of a study as an HTML page that needs no other file. It has a conclusion, the initializers side by
 * side on one scale, and the runs. A large study does not make a large page. For each initializer, the page shows the
 * median and the band of all runs, and single runs of the first seeds.
 */
public record StudyPage(Study study) {

    /** The maximum number of single runs shown per initializer. With 100 points each, they take 100 kB. */
    static final int MAX_RUNS = 100;

    /** Returns the page as an HTML document in UTF-8. */
    public byte[] document() {
        StudyTable table = new StudyTable(study);
        Html html = new Html()
                .begin("Initializers compared", "adder.css", "study.css")
                .line("<h1 class=\"verdict\">" + conclusion() + "</h1>")
                .paragraph(table.sentence());
        bars(html);
        html.table(
                "Comparison",
                table.rows().get(0),
                table.rows().subList(1, table.rows().size()));
        meaning(html);
        charts(html);
        runs(html);
        return html.data(new StudyData(study).json())
                .script("chart.js", "study.js")
                .end()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String conclusion() {
        return Arrays.stream(Initializer.values())
                .map(initializer -> Numbers.grouped(count(initializer, Run::perfect)) + " of "
                        + Numbers.grouped(study.runs(initializer).size())
                        + " from <span class=\"nowrap\">" + initializer.key() + "</span>")
                .collect(Collectors.joining(", ", "Networks that learned to add: ", "."));
    }

    private long count(Initializer initializer, Predicate<Run> property) {
        return study.runs(initializer).stream().filter(property).count();
    }

    /** Returns the parts of a bar. A key is the name and CSS class of a part; its value selects the runs. */
    private Map<String, Predicate<Run>> outcomes() {
        Map<String, Predicate<Run>> outcomes = new LinkedHashMap<>();
        if (study.conditions().config().certify()) {
            for (Status status : Status.values()) {
                outcomes.put(StudyTable.word(status), run -> run.proof().equals(Optional.of(status)));
            }
        } else {
            outcomes.put("right", Run::perfect);
            outcomes.put("wrong", run -> !run.perfect());
        }
        return outcomes;
    }

    private void bars(Html html) {
        Map<String, Predicate<Run>> outcomes = outcomes();
        html.line("<table class=\"bars\"><tbody>");
        for (Initializer initializer : Initializer.values()) {
            StringBuilder bar = new StringBuilder();
            List<String> texts = new ArrayList<>();
            outcomes.forEach((name, property) -> {
                long count = count(initializer, property);
                bar.append("<span class=\"" + name + "\" style=\"flex-grow:" + count + "\"></span>");
                texts.add("<span class=\"key " + name + "\"></span>" + Numbers.grouped(count) + " " + name);
            });
            html.line("<tr><th scope=\"row\">" + initializer.key() + "</th><td><div class=\"bar\">" + bar
                    + "</div></td><td>" + String.join(" ", texts) + "</td></tr>");
        }
        html.line("</tbody></table>");
    }

    private void meaning(Html html) {
        TrainingConfig config = study.conditions().config();
        Run any = study.runs().get(0);
        html.paragraph("“70 % in a window” means that of the " + Numbers.grouped(config.curveInterval())
                + " sums in a window 70 % came out right at the moment when the network saw them, before it learned from"
                + " them. “100 % in the end” means that after training each of "
                + Numbers.grouped(any.accuracy().total())
                + " sums was added once more, and all came out right.");
    }

    private void charts(Html html) {
        html.heading("How they learned").line("<fieldset id=\"initializers\" hidden=\"hidden\"><legend>Show</legend>");
        for (Initializer initializer : Initializer.values()) {
            html.line("<label><input type=\"checkbox\" checked=\"checked\" value=\"" + initializer.key() + "\"/> "
                    + initializer.key() + "</label>");
        }
        html.line("</fieldset>\n<div class=\"charts\">");
        for (Initializer initializer : Initializer.values()) {
            html.line("<section class=\"" + initializer.key() + "\" data-initializer=\"" + initializer.key() + "\"><h3>"
                    + initializer.key() + "</h3></section>");
        }
        html.line(
                        "</div>\n<noscript><p>Where scripts may run, the curves of each initializer stand here.</p></noscript>")
                .line("<p id=\"run\" aria-live=\"polite\"></p>")
                .line("<p class=\"quiet\">Thick: the median of all runs. Shaded: 10 to 90 % of them. Thin: single runs"
                        + (isCut() ? ", those of the first " + MAX_RUNS + " seeds" : "")
                        + ". Point at a curve, or use the arrow keys in the table below, to see which run it is.</p>");
    }

    /** Returns the first runs of an initializer, which are shown one by one. */
    static List<Run> shown(List<Run> runs) {
        return runs.subList(0, Math.min(MAX_RUNS, runs.size()));
    }

    private boolean isCut() {
        return Arrays.stream(Initializer.values())
                .anyMatch(initializer -> study.runs(initializer).size() > MAX_RUNS);
    }

    private void runs(Html html) {
        List<String> header =
                new ArrayList<>(List.of("initializer", "seed", "sums right", "final accuracy", "first perfect window"));
        if (study.conditions().config().certify()) {
            header.add("every width");
        }
        html.heading("Runs");
        if (isCut()) {
            html.paragraph("Of " + study.runs().size() + " runs, those of the first " + MAX_RUNS
                    + " seeds of each initializer; study.csv has them all.");
        }
        List<List<String>> rows = Arrays.stream(Initializer.values())
                .flatMap(initializer -> shown(study.runs(initializer)).stream())
                .map(StudyPage::row)
                .toList();
        html.line("<div id=\"runs\">").table("Runs", header, rows).line("</div>");
    }

    private static List<String> row(Run run) {
        List<String> row = new ArrayList<>(List.of(
                run.initializer().key(),
                String.valueOf(run.seed()),
                run.accuracy().correct() + " of " + run.accuracy().total(),
                run.diverged()
                        ? "diverged"
                        : Fraction.percent(
                                run.accuracy().correct(), run.accuracy().total()),
                run.firstPerfectWindow().map(String::valueOf).orElse("never")));
        run.proof().map(StudyTable::word).ifPresent(row::add);
        return row;
    }
}
