package io.github.rnnadder.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.gate.ProofSearch;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.network.Reference;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrialsTest {

    @Test
    void oneThreadGivesTheSameBytesAsMore() throws Exception {
        assertThat(Studies.csv(Studies.train(1, 3, 1))).isEqualTo(Studies.csv(Studies.train(1, 3, 4)));
        assertThat(Studies.csv(Studies.train(Studies.CERTIFYING, 1, 2, 1)))
                .isEqualTo(Studies.csv(Studies.train(Studies.CERTIFYING, 1, 2, 2)));
    }

    @Test
    void everyInitializerGetsEverySeedInTheOrderOfTheReport() throws Exception {
        assertThat(Studies.train(-1, 2, 2).runs())
                .extracting(run -> run.initializer().key() + " " + run.seed())
                .containsExactly(
                        "uniform-fan-in -1",
                        "uniform-fan-in 0",
                        "uniform-symmetric -1",
                        "uniform-symmetric 0",
                        "uniform-positive -1",
                        "uniform-positive 0");
    }

    @Test
    void aRunIsWhatTheTrainerAndTheEvaluatorGiveForItsSeed() throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULTS.withInitializer(Initializer.UNIFORM_SYMMETRIC);
        Training training = Trainer.train(config, 5, point -> {});
        Run run = Studies.train(TrainingConfig.DEFAULTS, 5, 1, 2)
                .runs(Initializer.UNIFORM_SYMMETRIC)
                .get(0);
        assertThat(run.curve()).isEqualTo(training.curve());
        assertThat(run.firstPerfectWindow()).isEqualTo(training.firstPerfectWindow());
        assertThat(run.accuracy())
                .isEqualTo(Evaluator.evaluate(training.weights(), 8).accuracy());
    }

    @Test
    void aProvedRunIsRightFarBeyondItsWidthAndARefutedOneIsWrongSomewhere() throws Exception {
        List<Run> runs = Studies.train(Studies.CERTIFYING, 1, 2, 2).runs();
        assertThat(runs)
                .extracting(Run::proof)
                .contains(Optional.of(Status.CERTIFIED), Optional.of(Status.COUNTEREXAMPLE));
        for (Run run : runs) {
            TrainingConfig config = Studies.CERTIFYING.withInitializer(run.initializer());
            Weights weights = Trainer.train(config, run.seed(), point -> {}).weights();
            if (run.proof().equals(Optional.of(Status.CERTIFIED))) {
                Random random = new Random(1);
                assertThat(addsRight(weights, new BigInteger(50_000, random), new BigInteger(50_000, random), 50_001))
                        .isTrue();
            } else if (run.perfect()) {
                Counterexample wrong = (Counterexample) ProofSearch.decide(weights, Progress.silent());
                assertThat(addsRight(weights, wrong.a(), wrong.b(), wrong.width()))
                        .isFalse();
            }
        }
    }

    @Test
    void aRunThatIsWrongAtItsOwnWidthIsRefuted() throws Exception {
        assertThat(Studies.train(Studies.brief(true), 1, 3, 2).runs())
                .noneMatch(Run::perfect)
                .allMatch(run -> run.proof().equals(Optional.of(Status.COUNTEREXAMPLE)));
    }

    private static boolean addsRight(Weights weights, BigInteger a, BigInteger b, int width) {
        Reference network = new Reference(weights, StrictMath::tanh);
        for (int t = 0; t < width; t++) {
            if (!network.step(a.testBit(t) ? 1 : 0, b.testBit(t) ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void progressHearsOfEachRunOnTheCallingThread() throws Exception {
        List<String> heard = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        Thread caller = Thread.currentThread();
        Progress progress = new Progress(
                line -> heard.add(line + (Thread.currentThread() == caller ? "" : " on another thread")),
                () -> clock.addAndGet(10_000_000_000L));
        trials(TrainingConfig.DEFAULTS, 1, 2).run(2, progress);
        assertThat(heard).allMatch(line -> line.matches("  [0-5] of 6 networks, .*(left|so far)"));
        assertThat(heard.get(heard.size() - 1)).startsWith("  5 of 6 networks, ");
    }

    @Test
    void anInterruptEndsTheStudy() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> trials(TrainingConfig.DEFAULTS, 1, 10_000).run(2, Studies.QUIET))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("rnn-adder-study")))
                .allMatch(Thread::isDaemon);
    }

    @Test
    void theSeedsMustBeAtLeastOneAndFitIntoALong() {
        for (int seeds : Arrays.asList(0, -1, Integer.MAX_VALUE)) {
            assertThatThrownBy(() -> trials(TrainingConfig.DEFAULTS, 1, seeds))
                    .hasMessage("seeds is " + seeds + "; it must be 1 to 100000");
        }
        assertMostSeeds(1, 1000, "it must be 1 to 100000");
        assertMostSeeds(100_000, 1, "with 100000 points of each learning curve it must be 1 to 20");
        assertThatThrownBy(() -> trials(TrainingConfig.DEFAULTS, Long.MAX_VALUE - 1, 3))
                .hasMessage("firstSeed is 9223372036854775806; with 3 seeds it must be at most 9223372036854775805");
        assertThat(trials(TrainingConfig.DEFAULTS, Long.MAX_VALUE - 2, 3).count())
                .isEqualTo(9);
    }

    private static Trials trials(TrainingConfig config, long firstSeed, int seeds) {
        return new Trials(new Conditions(config, "1.0.0"), firstSeed, seeds);
    }

    private static void assertMostSeeds(int iterations, int curveInterval, String allowed) {
        TrainingConfig config =
                new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 0.1, iterations, 1, 0, 1, 0, false, curveInterval);
        int most = Integer.parseInt(allowed.replaceFirst(".* ", ""));
        assertThat(trials(config, 1, most).seeds()).isEqualTo(most);
        assertThatThrownBy(() -> trials(config, 1, most + 1)).hasMessage("seeds is " + (most + 1) + "; " + allowed);
    }
}
