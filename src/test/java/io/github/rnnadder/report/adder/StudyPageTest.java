package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.report.study.Run;
import io.github.rnnadder.report.study.Studies;
import io.github.rnnadder.report.study.Study;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class StudyPageTest {

    @Test
    void theConclusionStandsOnTopAndTheBarsCountEveryRunOnce() throws Exception {
        Study study = Studies.train(1, 3, 2);
        Document page = parse(html(study));
        List<Long> learned = Arrays.stream(Initializer.values())
                .map(initializer ->
                        study.runs(initializer).stream().filter(Run::perfect).count())
                .toList();
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Networks that learned to add: " + learned.get(0) + " of 3 from uniform-fan-in, "
                        + learned.get(1) + " of 3 from uniform-symmetric, " + learned.get(2)
                        + " of 3 from uniform-positive.");
        NodeList bars = ((Element) page.getElementsByTagName("table").item(0)).getElementsByTagName("tr");
        for (int i = 0; i < 3; i++) {
            assertThat(bars.item(i).getTextContent())
                    .isEqualTo(Initializer.values()[i].key() + learned.get(i) + " right " + (3 - learned.get(i))
                            + " wrong");
        }
        assertThat(html(study)).contains("“70 % in a window” means that of the 500 sums", "each of 64 sums was added");
    }

    @Test
    void aStudyThatCertifiesHasBarsOfWhatWasProvedRefutedAndUndecided() throws Exception {
        assertThat(html(Studies.large(2, 2)))
                .contains(
                        "<span class=\"proved\" style=\"flex-grow:2\"></span><span class=\"refuted\""
                                + " style=\"flex-grow:0\"></span><span class=\"undecided\" style=\"flex-grow:0\"></span>",
                        "2 proved",
                        "0 refuted",
                        "0 undecided");
    }

    @Test
    void everyRunHasALine() throws Exception {
        assertThat(html(Studies.diverged())).contains("<td>diverged</td>");
        Study study = Studies.train(1, 3, 2);
        NodeList rows =
                ((Element) parse(html(study)).getElementsByTagName("table").item(2)).getElementsByTagName("tr");
        int number = 1;
        for (Initializer initializer : Initializer.values()) {
            for (Run run : study.runs(initializer)) {
                assertThat(rows.item(number++).getTextContent())
                        .startsWith(
                                initializer.key() + run.seed() + run.accuracy().correct() + " of 64");
            }
        }
        assertThat(rows.getLength()).isEqualTo(number);
    }

    @Test
    void theSameStudyMakesTheSameBytesWhateverOrderItsRunsCameIn() throws Exception {
        Study study = Studies.train(1, 4, 2);
        Study shuffled = new Study(
                study.conditions(),
                study.runs().stream()
                        .sorted(Comparator.comparingLong(run -> -run.seed()))
                        .toList());
        assertThat(html(shuffled)).isEqualTo(html(study));
    }

    @Test
    void aLargeStudyMakesAPageOfBoundedSizeThatSaysWhatItLeavesOut() throws Exception {
        String page = html(Studies.large(2000, 1000));
        assertThat(page)
                .hasSizeLessThan(1_000_000)
                .contains("2000 seeds (1 to 2000)")
                .contains("Of 6000 runs, those of the first 100 seeds of each initializer; study.csv has them all.")
                .contains("<td>proved</td>");
        assertThat(parse(page).getElementsByTagName("tr").getLength()).isEqualTo(3 + 4 + 301);
        assertThat(html(Studies.large(100, 2))).doesNotContain("study.csv has them all");
    }

    private static String html(Study study) {
        return new String(new StudyPage(study).document(), StandardCharsets.UTF_8);
    }

    static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }
}
