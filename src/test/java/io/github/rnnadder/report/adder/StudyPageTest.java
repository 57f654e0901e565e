package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.report.study.Run;
import io.github.rnnadder.report.study.Studies;
import io.github.rnnadder.report.study.Study;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class StudyPageTest {

    @Test
    void everyRunHasALineAndACurveInEachOfItsCharts() throws Exception {
        Study study = Studies.train(1, 3, 2);
        Document page = parse(html(study));
        NodeList sections = page.getElementsByTagName("section");
        assertThat(sections.getLength()).isEqualTo(3);
        NodeList rows = ((Element) page.getElementsByTagName("table").item(1)).getElementsByTagName("tr");
        int number = 0;
        for (int i = 0; i < 3; i++) {
            Initializer initializer = Initializer.values()[i];
            Element section = (Element) sections.item(i);
            assertThat(section.getAttribute("data-initializer")).isEqualTo(initializer.key());
            for (Run run : study.runs(initializer)) {
                assertThat(rows.item(number + 1).getTextContent())
                        .startsWith(initializer.key() + run.seed() + run.correctSums() + " of 64");
                long curves = Pattern.compile("data-run=\"" + number + "\"")
                        .matcher(html(study))
                        .results()
                        .count();
                assertThat(curves).isEqualTo(2);
                number++;
            }
        }
        assertThat(rows.getLength()).isEqualTo(number + 1);
    }

    @Test
    void aCurveGoesThroughThePointsOfItsRunOnTheScaleOfAll() throws Exception {
        Study study = Studies.train(1, 2, 2);
        Run run = study.runs().get(3);
        Matcher path = Pattern.compile("data-run=\"3\" d=\"M([^\"]+)\"").matcher(html(study));
        assertThat(path.find()).isTrue();
        String[] points = path.group(1).split(" ");
        assertThat(points).hasSize(run.curve().size());
        for (int i = 0; i < points.length; i++) {
            String[] place = points[i].split(",");
            // The drawing is 300 wide from 44 on, and 150 high down to 174.
            double iteration = (Double.parseDouble(place[0]) - 44) / 300 * 3000;
            double accuracy = (174 - Double.parseDouble(place[1])) / 150;
            assertThat(iteration).isCloseTo(run.curve().get(i).iteration(), within(0.6));
            assertThat(accuracy).isCloseTo(run.curve().get(i).accuracy(), within(4e-4));
        }
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
        assertThat(parse(page).getElementsByTagName("tr").getLength()).isEqualTo(4 + 301);
        assertThat(html(Studies.large(100, 2))).doesNotContain("study.csv has them all");
    }

    @Test
    void aRunThatDivergedHasItsLine() throws Exception {
        String page = html(Studies.diverged());
        assertThat(page).contains("<td>diverged</td>");
        parse(page);
    }

    private static String html(Study study) {
        return new String(new StudyPage(study).document(), StandardCharsets.UTF_8);
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }
}
