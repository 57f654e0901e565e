package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.report.study.Conditions;
import io.github.rnnadder.report.study.Shards;
import io.github.rnnadder.report.study.Study;
import io.github.rnnadder.report.study.StudyTable;
import io.github.rnnadder.report.study.Trials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the pages say of many networks with weight decay comes from the study that lies in {@code
 * src/site/resources/studies}. It is made by the goal {@code study}; the page on contributing has the command.
 */
class StudyPagesTest {

    /**
     * The first initializer's, which is the default: after its name, right sums, windows, accuracy, and the three
     * decisions.
     */
    private record Row(List<String> cells) {

        static Row read() {
            return new Row(List.of(table().lines().toList().get(2).split(" *\\| *")));
        }

        int count(int cell) {
            return Integer.parseInt(cells.get(cell).replaceFirst(" of 40 .*", ""));
        }
    }

    private static Study study() {
        return Shards.merge(List.of(Path.of("src/site/resources/studies/decay.csv")));
    }

    private static String table() {
        String markdown = new String(new StudyTable(study()).markdown(), StandardCharsets.UTF_8);
        return markdown.substring(markdown.indexOf('|'));
    }

    /** Two seeds of each: it takes a second, and another arithmetic would not get the losses right. */
    @Test
    void theNetworksComeOutTheSameAgain() throws Exception {
        Study published = study();
        TrainingConfig config = published.conditions().config().withCertify(false);
        Study again = new Trials(new Conditions(config, "1.0.0"), 1, 2).run(1, Progress.silent());

        assertThat(published.runs()).hasSize(120);
        assertThat(again.runs())
                .hasSize(6)
                .allSatisfy(run -> assertThat(published.runs(run.initializer()))
                        .as("study again, see contributing.md")
                        .anyMatch(it -> it.seed() == run.seed()
                                && it.accuracy().equals(run.accuracy())
                                && it.loss() == run.loss()
                                && it.curve().equals(run.curve())));
    }

    @Test
    void thePageHasTheTableThatTheGoalMakes() throws Exception {
        assertThat(Pages.text("study.md")).contains(table());
    }

    @Test
    void theOtherPagesHaveTheSameNumbers() throws Exception {
        Row decay = Row.read();
        assertThat(decay.count(7))
                .as("undecided, of which the first page says nothing")
                .isZero();

        assertThat(Pages.text("index.md"))
                .contains(decay.count(5) + " of 40 were proved right at every width, and " + decay.count(6)
                        + " was refuted.");
        assertThat(Pages.text("proof.md")).contains(row("0.001", decay));
    }

    private static String row(String name, Row row) {
        List<String> cells = row.cells();
        return "| " + String.join(" | ", name, cells.get(2), cells.get(5), cells.get(6), cells.get(7)) + " |\n";
    }
}
