package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.rnnadder.model.config.ConfigReader;
import io.github.rnnadder.model.config.ConfigSource;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.proof.certificate.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers on the pages that follow from the code, without a measurement. */
class NumbersTest {

    private static final TrainingConfig DEFAULTS = TrainingConfig.DEFAULTS;

    private static final int BITS = DEFAULTS.bits();

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.md", "quickstart.md", "proof.md"})
    void howManySumsAreMeasured(String page) throws Exception {
        assertThat(Pages.text(page)).contains(grouped(Evaluator.sums(BITS)));
    }

    @Test
    void howManySumsAreSampled() throws Exception {
        assertThat(Pages.text("proof.md")).contains(grouped(Evaluator.sums(13)));
    }

    /** ½·½² for each column before the first one, read from the right. */
    @Test
    void theFloorOfTheError() throws Exception {
        double loss = 0;
        for (int a = 0; a < 1 << BITS - 1; a++) {
            for (int b = 0; b < 1 << BITS - 1; b++) {
                loss += Math.min(BITS, Integer.numberOfTrailingZeros(a | b)) / 8.0;
            }
        }
        double floor = loss / Evaluator.sums(BITS);

        assertThat(Pages.text("troubleshooting.md"))
                .contains(String.format(Locale.ROOT, "On average that is %.4f for %d bits", floor, BITS))
                .contains(String.format(Locale.ROOT, "settles at %.3f", floor));
    }

    @Test
    void howManyWeightsThereAre() throws Exception {
        int h = DEFAULTS.hiddenSize();
        String reproduced = "Reproduced: the same " + (2 * h + h * h + h) + " weights to the last bit";

        assertThat(Pages.text("usage.md")).contains(reproduced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proof.md", "troubleshooting.md"})
    void howManyHiddenUnitsCanBeProved(String page) throws Exception {
        assertThat(Pages.text(page).toLowerCase(Locale.ROOT))
                .contains("more than " + Limits.MAX_HIDDEN_SIZE + " hidden units");
    }

    @Test
    void whatACertificateMayAskOfTheChecker() throws Exception {
        assertThat(Pages.text("weights-format.md")).contains("`steps`, at most " + Limits.MAX_STEPS + ", is");
    }

    @Test
    void howManyPointsALearningCurveMayHave() throws Exception {
        int most = TrainingConfig.MAX_CURVE_POINTS;

        assertThat(Pages.text("config.md"))
                .contains("at most " + grouped(most)
                        + "; above 10⁸ iterations the default is the least multiple of 1000");
        assertThat(TrainingConfig.defaultCurveInterval(100_000_000)).isEqualTo(1000);
        assertThat(TrainingConfig.defaultCurveInterval(100_000_001)).isEqualTo(2000);
    }

    @Test
    void aBadConfigIsRefusedAsThePageSays() throws Exception {
        byte[] config = "bits: 8\niterations: 20000\nhiddenSize: 16.5\n".getBytes(StandardCharsets.UTF_8);
        Throwable refusal = catchThrowable(() -> ConfigReader.read(new ConfigSource(Path.of("adder.yaml"), config)));

        assertThat(Pages.text("config.md")).contains(" " + refusal.getMessage() + " ");
    }
}
