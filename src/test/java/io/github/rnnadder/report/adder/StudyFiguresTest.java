package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.report.study.Studies;
import io.github.rnnadder.report.study.Study;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyFiguresTest {

    private static final List<Color> COLORS =
            List.of(Palette.LIGHT.blue(), Palette.LIGHT.green(), Palette.LIGHT.vermilion());

    @Test
    void everyInitializerHasAFigureOfItsName() throws Exception {
        assertThat(StudyFigures.of(Studies.train(1, 2, 2)))
                .extracting(Figure::name)
                .containsExactlyElementsOf(Arrays.stream(Initializer.values())
                        .map(Initializer::key)
                        .toList());
    }

    @Test
    void aFigureIsSharpAndShowsTheMedianTheBandAndTheSingleRuns() throws Exception {
        Study study = Studies.train(1, 10, 2);
        for (int i = 0; i < COLORS.size(); i++) {
            Figure figure = StudyFigures.of(study).get(i);
            Pixels pixels = Pixels.of(figure);
            assertThat(pixels.width()).isEqualTo(2 * figure.width());
            assertThat(pixels.colours().length / pixels.width()).isEqualTo(2 * figure.height());
            Color color = COLORS.get(i);
            assertThat(pixels.count(color)).as("median, in its legend too").isGreaterThan(1000);
            assertThat(pixels.count(overPaper(color))).as("band").isGreaterThan(1000);
            for (Color other : COLORS) {
                assertThat(other.equals(color) || pixels.count(other) == 0)
                        .as("no other colour")
                        .isTrue();
            }
        }
    }

    @Test
    void everySingleRunAddsToTheInk() throws Exception {
        Study few = Studies.train(1, 3, 2);
        Study many = Studies.train(1, 12, 2);
        int paperOfFew = Pixels.of(StudyFigures.of(few).get(1)).count(Palette.LIGHT.paper());
        int paperOfMany = Pixels.of(StudyFigures.of(many).get(1)).count(Palette.LIGHT.paper());
        assertThat(paperOfMany).isLessThan(paperOfFew);
    }

    @Test
    void theAlternativeSaysWhatIsShown() throws Exception {
        assertThat(StudyFigures.of(Studies.train(1, 2, 2)).get(0).alternative())
                .contains("3000 iterations", "uniform-fan-in, 2 seeds", "median");
    }

    /** What the band's colour, 50 of 255 opaque, makes of white. */
    private static Color overPaper(Color color) {
        return new Color(blend(color.getRed()), blend(color.getGreen()), blend(color.getBlue()));
    }

    private static int blend(int channel) {
        return (int) Math.round((50 * channel + 205 * 255) / 255.0);
    }
}
