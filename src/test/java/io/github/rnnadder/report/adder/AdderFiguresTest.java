package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Claims;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdderFiguresTest {

    @Test
    void theFloorIsAnEighthForEachLeadingColumnWithoutAOne() {
        for (int bits = 2; bits <= 8; bits++) {
            int operands = 1 << (bits - 1);
            long leading = 0;
            for (int a = 0; a < operands; a++) {
                for (int b = 0; b < operands; b++) {
                    for (int t = 0; t < bits && ((a | b) & ((2 << t) - 1)) == 0; t++) {
                        leading++;
                    }
                }
            }
            assertThat(AdderFigures.floor(bits)).isCloseTo(0.125 * leading / operands / operands, within(1e-15));
        }
        assertThat(AdderFigures.floor(8)).isCloseTo(0.0417, within(5e-5));
    }

    @Test
    void theCurvesAreDrawnInTheirColours() throws Exception {
        Pixels accuracy = Pixels.of(AdderFigures.accuracy(Adders.TRAINED.curve()));
        Pixels error = Pixels.of(AdderFigures.error(Adders.TRAINED.curve(), 8));
        assertThat(accuracy.count(Palette.LIGHT.blue())).isGreaterThan(5000);
        assertThat(error.count(Palette.LIGHT.blue())).isGreaterThan(5000);
        assertThat(error.count(Palette.LIGHT.grey())).as("the floor").isGreaterThan(200);
        assertThat(AdderFigures.accuracy(Adders.TRAINED.curve()).alternative())
                .contains("are right at iteration 1000 and 100% at iteration 20000");
    }

    @Test
    void atNightEveryFigureIsDarkAllOver() throws Exception {
        Weights weights = TestNetworks.load("decay-1");
        Walk walk = Walk.of(weights, 8);
        for (Figure figure : List.of(
                AdderFigures.accuracy(Adders.TRAINED.curve()),
                AdderFigures.error(Adders.TRAINED.curve(), 8),
                AdderFigures.weights(weights),
                AdderFigures.hidden(weights, walk),
                AdderFigures.certificate(TestNetworks.certificate(weights), walk))) {
            Pixels dark = Pixels.of(figure, Palette.DARK);
            assertThat(dark.count(Palette.LIGHT.paper())).as(figure.name()).isZero();
            assertThat(dark.count(Palette.DARK.paper())).as(figure.name()).isGreaterThan(100_000);
        }
    }

    @Test
    void aMatrixIsShownCellByCell() throws Exception {
        double[][] w = {{1, -1}, {0, 0.5}};
        Weights weights = new Weights(new double[][] {{0, 2}, {-2, 0}}, w, new double[] {3, 0});
        Pixels picture = Pixels.of(AdderFigures.weights(weights));
        // W lies at 80…560 by 50…530, so that each of its cells is 240 wide.
        assertThat(picture.at(200, 170)).isEqualTo(Palette.LIGHT.vermilion());
        assertThat(picture.at(440, 170)).isEqualTo(Palette.LIGHT.blue());
        assertThat(picture.at(200, 410)).isEqualTo(Color.WHITE);
        Color half = picture.at(440, 410);
        assertThat(half.getRed()).isCloseTo((0xD5 + 255) / 2, within(1));
        assertThat(half.getBlue()).isCloseTo(255 / 2, within(1));
        // U on its right, V below it.
        assertThat(picture.at(645, 170)).isEqualTo(Palette.LIGHT.vermilion());
        assertThat(picture.at(615, 410)).isEqualTo(Palette.LIGHT.blue());
        assertThat(picture.at(200, 620)).isEqualTo(Palette.LIGHT.vermilion());
    }

    @Test
    void theCarryIsShownAboveTheHiddenState() throws Exception {
        Walk walk = Walk.of(Adders.TRAINED.weights(), 8);
        Pixels picture = Pixels.of(AdderFigures.hidden(Adders.TRAINED.weights(), walk));
        for (int t = 0; t < 8; t++) {
            double middle = 110 + 580 * (7 - t + 0.5) / 8;
            boolean carry = walk.columns().get(t).carry() == 1;
            assertThat(picture.at(middle, 75)).isEqualTo(carry ? Palette.LIGHT.vermilion() : Palette.LIGHT.blue());
            Color read = picture.at(middle, 115);
            assertThat(read.getRed() > read.getBlue())
                    .as("read out of column " + (t + 1))
                    .isEqualTo(carry);
        }
    }

    @Test
    void aNetworkOfAnySizeHasItsPictures() throws Exception {
        for (int hidden : new int[] {1, 512}) {
            Weights weights = new Weights(new double[hidden][2], new double[hidden][hidden], new double[hidden]);
            assertThat(Pixels.of(AdderFigures.weights(weights)).count(Palette.LIGHT.paper()))
                    .isPositive();
            assertThat(Pixels.of(AdderFigures.hidden(weights, Walk.of(weights, 62)))
                            .count(Palette.LIGHT.blue()))
                    .isPositive();
        }
    }

    @Test
    void theCertifiedStatesAreShownWithAnAdditionAmongThem() throws Exception {
        Weights weights = TestNetworks.load("decay-1");
        Certificate certificate = TestNetworks.certificate(weights);
        Figure figure = AdderFigures.certificate(certificate, Walk.of(weights, 8));
        byte[] png = figure.png(Palette.LIGHT);
        Pixels picture = Pixels.of(png);
        // The fills of both carries, away from any outline, the walk, its points, and the tube.
        assertThat(picture.count(mixed(Palette.LIGHT.blue()))).isGreaterThan(10_000);
        assertThat(picture.count(mixed(Palette.LIGHT.vermilion()))).isGreaterThan(10_000);
        assertThat(picture.count(Palette.LIGHT.ink())).isGreaterThan(5000);
        assertThat(picture.count(Palette.LIGHT.blue())).isGreaterThan(500);
        assertThat(picture.count(Palette.LIGHT.vermilion())).isGreaterThan(500);
        assertThat(picture.count(Palette.LIGHT.green())).isGreaterThan(500);
        assertThat(figure.caption())
                .contains("The " + certificate.balls().size() + " balls", "57 + 19", "the axis of the tube");
        assertThat(png).hasSizeLessThan(200_000);
    }

    @Test
    void thousandsOfBallsAndALongAdditionAreShownToo() throws Exception {
        Weights weights = TestNetworks.load("plain-13");
        Certificate few = TestNetworks.certificate(weights);
        List<Certificate.Ball> many = new ArrayList<>();
        while (many.size() < 5000) {
            many.addAll(few.balls());
        }
        Certificate certificate =
                Claims.of(few.tensors(), few.hiddenSize(), few.steps(), few.metrics(), many, Optional.empty());
        Figure figure = AdderFigures.certificate(certificate, Walk.of(weights, 62));
        assertThat(figure.alternative()).contains("through 8 numbered points");
        assertThat(figure.caption()).doesNotContain("tube");
        Pixels picture = Pixels.of(figure);
        assertThat(picture.count(mixed(Palette.LIGHT.blue()))).isPositive();
        assertThat(picture.count(Palette.LIGHT.green())).isZero();
    }

    /** What a translucent fill of 55 in 255 makes of white. */
    private static Color mixed(Color color) {
        return new Color(mixed(color.getRed()), mixed(color.getGreen()), mixed(color.getBlue()));
    }

    private static int mixed(int full) {
        return Math.round(255 + (full - 255) * 55 / 255f);
    }
}
