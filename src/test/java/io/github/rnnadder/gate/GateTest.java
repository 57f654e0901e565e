package io.github.rnnadder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Criterion.Result;
import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.gate.Proof.Unknown;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.evaluation.WrongSum;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Precision;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final String ADVICE =
            "\nA weightDecay around 0.001 makes most adders right at every width, and provably so.";

    private static final Proof CERTIFIED = new Certified(
            new Certificate("0".repeat(64), 1, 1, 0, List.of(), List.of(), Optional.empty(), 1e-9, Precision.SINGLE));

    private static final Proof WRONG =
            new Counterexample(BigInteger.valueOf(5), BigInteger.valueOf(3), BigInteger.TWO, 4, 1);

    private static Assessment assessed(long correct, Proof proof) {
        List<WrongSum> examples = correct < 16 ? List.of(new WrongSum(1, 3, 6)) : List.of();
        return new Assessment(new Evaluation(new Accuracy(3, correct, 16, false), 0.1, examples), proof);
    }

    @ParameterizedTest
    @CsvSource({"0.75, 12, true", "0.75, 11, false", "1, 16, true", "1, 15, false", "0, 0, true"})
    void theThresholdItselfIsEnough(double threshold, long sums, boolean passes) {
        assertThat(new Gate(threshold, false).passes(new Accuracy(3, sums, 16, false)))
                .isEqualTo(passes);
        assertThat(new Gate(threshold, false)
                        .missed(assessed(sums, new NotSought()))
                        .isEmpty())
                .isEqualTo(passes);
    }

    @Test
    void anAdderOfTooFewSumsHearsHowManyItNeedsAndWhichCameOutWrong() {
        Evaluation evaluation = new Evaluation(
                new Accuracy(3, 7, 16, false), 0.1, List.of(new WrongSum(0, 1, 2), new WrongSum(3, 3, 7)));
        Criterion missed = new Gate(0.7, true)
                .missed(new Assessment(evaluation, new NotSought()))
                .orElseThrow();
        assertThat(missed.requirement()).isEqualTo(Requirement.ACCURACY);
        assertThat(missed.result()).isEqualTo(Result.FAILED);
        assertThat(missed.text())
                .isEqualTo("Accuracy 43.75% (7 of 16 sums of 3 bits exact) is below the required 70% (12 of 16)"
                        + "\n  0 + 1 = 1, predicted 2\n  3 + 3 = 6, predicted 7");
    }

    @Test
    void whatWasSampledIsSaidToBe() {
        assertThat(new Accuracy(13, 4_194_303, 4_194_304, true))
                .hasToString("4194303 of 4194304 sampled sums of 13 bits exact");
    }

    @Test
    void aProofIsMissedOnlyWhereItIsAskedFor() {
        Assessment wrong = assessed(16, WRONG);
        assertThat(new Gate(1, false).missed(wrong)).isEmpty();
        assertThat(new Gate(1, true).missed(assessed(16, CERTIFIED))).isEmpty();
        assertThat(new Gate(1, true).missed(wrong))
                .contains(Criterion.failed(
                        Requirement.PROOF,
                        "COUNTEREXAMPLE: 5 + 3 = 8, predicted 2 at width 4"
                                + "\n  a   0101\n  b   0011\n  sum 1000\n  net 0010"
                                + "\n  bit 1 is the first that is wrong, counted from 0" + ADVICE));
    }

    @Test
    void whereNothingWasFoundTheComplaintSaysHowFarTheSearchCame() {
        assertThat(new Gate(1, true).missed(assessed(16, new Unknown("nobody knows"))))
                .contains(Criterion.failed(
                        Requirement.PROOF,
                        "UNKNOWN: nobody knows; certify asks for a proof that every sum of every width comes out right"
                                + ADVICE));
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 257})
    void aSumOfMoreColumnsThanAReaderTakesInIsNotDrawn(int width) {
        String drawing = new Counterexample(BigInteger.ONE, BigInteger.TWO, BigInteger.ZERO, width, 0).drawing();
        assertThat(drawing).endsWith("  bit 0 is the first that is wrong, counted from 0");
        assertThat(drawing.lines()).hasSize(width == 256 ? 5 : 1);
    }

    @Test
    void eachThingThatIsAskedForIsACriterion() {
        String summary =
                "16 of 16 sums of 3 bits exact, CERTIFIED at every width; the proof covers double and single precision";
        assertThat(new Gate(1, false).judge(assessed(16, CERTIFIED)))
                .isEqualTo(new GateResult(summary, List.of(Criterion.passed(Requirement.ACCURACY, summary))));
        assertThat(new Gate(1, true).judge(assessed(16, CERTIFIED)))
                .isEqualTo(new GateResult(
                        summary,
                        List.of(
                                Criterion.passed(Requirement.ACCURACY, summary),
                                Criterion.passed(Requirement.PROOF, summary))));
    }

    @Test
    void whatElseWasLookedAtIsAddedToTheSummaryIfMetAndToTheComplaintIfNot() {
        GateResult passed = new Gate(1, false).judge(assessed(16, new NotSought()));
        GateResult more = passed.and(Criterion.passed(Requirement.FILES, "All there"));
        assertThat(more.summary()).isEqualTo("16 of 16 sums of 3 bits exact\nAll there");
        assertThat(more.complaint()).isEmpty();
        GateResult less = more.and(Criterion.failed(Requirement.FILES, "One is gone"))
                .and(Criterion.failed(Requirement.REPRODUCTION, "Not the same").and("nor alike"));
        assertThat(less.summary()).isEqualTo(more.summary());
        assertThat(less.complaint()).contains("One is gone\nNot the same\nnor alike");
        assertThat(less.criteria())
                .extracting(it -> it.requirement().toString())
                .containsExactly("accuracy", "files", "files", "reproduction");
    }

    @Test
    void aWrongSumThatWasMeasuredDecidesWhateverElseIsKnown() {
        assertThat(assessed(15, CERTIFIED).status()).isEqualTo(Status.COUNTEREXAMPLE);
        assertThat(assessed(16, CERTIFIED).status()).isEqualTo(Status.CERTIFIED);
        assertThat(assessed(16, WRONG).status()).isEqualTo(Status.COUNTEREXAMPLE);
        assertThat(assessed(16, new Unknown("")).status()).isEqualTo(Status.UNKNOWN);
        assertThat(assessed(16, new NotSought()).status()).isEqualTo(Status.UNKNOWN);
    }

    /** One hidden unit that knows no carry: wrong where both operands have a bit, 7 of 16 sums. */
    private static final Weights OR = new Weights(new double[][] {{1, 1}}, new double[][] {{0}}, new double[] {1});

    @Test
    void howManySumsAreMeasuredIsHeardWhereThatTakesLong() {
        long[] now = {0};
        List<String> console = new ArrayList<>();
        Assessment.measure(OR, 8, new Progress(console::add, () -> now[0] += 11_000_000_000L));
        assertThat(console).isNotEmpty().allMatch(line -> line.matches("  [0-9]+ of 16384 sums measured, .*"));
    }
}
