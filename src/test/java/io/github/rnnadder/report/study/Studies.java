package io.github.rnnadder.report.study;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.model.training.LearningCurve;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Small studies for the tests: real trainings, but short ones. */
public final class Studies {

    private static final TrainingConfig CONFIG =
            new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 0.5, 3000, 99, 7, 1.0, 0.0, false, 500);

    /** Of its two seeds each, some networks can be proved right at every width, and some cannot. */
    static final TrainingConfig CERTIFYING =
            new TrainingConfig(8, 8, Initializer.UNIFORM_FAN_IN, 0.1, 20_000, 1, 0, 1.0, 0.005, true, 1000);

    static final Progress QUIET = new Progress(line -> {}, () -> 0);

    private static final Map<List<Object>, Study> TRAINED = new ConcurrentHashMap<>();

    private Studies() {}

    /** Returns every initializer with some seeds. */
    public static Study train(long firstSeed, int seeds, int threads) throws InterruptedException {
        return train(CONFIG, firstSeed, seeds, threads);
    }

    /** Trains once for all tests what is asked for in the same words. */
    static Study train(TrainingConfig config, long firstSeed, int seeds, int threads) throws InterruptedException {
        List<Object> words = List.of(config, firstSeed, seeds, threads);
        Study trained = TRAINED.get(words);
        if (trained == null) {
            trained = new Trials(new Conditions(config, "1.0.0"), firstSeed, seeds).run(threads, QUIET);
            TRAINED.put(words, trained);
        }
        return trained;
    }

    /** Returns a study of many runs that all learned the same, of networks that were proved. */
    public static Study large(int seeds, int points) {
        int iterations = 1000 * points;
        Conditions conditions = new Conditions(
                new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 0.5, iterations, 1, 0, 1.0, 0.0, true, 1000),
                "1.0.0");
        double[] errors = new double[points];
        int[] right = new int[points];
        for (int i = 0; i < points; i++) {
            errors[i] = 1.0 / (1 + i);
            right[i] = 1000 * i / points;
        }
        LearningCurve curve = new LearningCurve(1000, iterations, right, errors);
        List<Run> runs = new ArrayList<>();
        for (Initializer initializer : Initializer.values()) {
            for (long seed = 1; seed <= seeds; seed++) {
                runs.add(run(initializer, seed, new Accuracy(4, 64, 64, false), Status.CERTIFIED, null, curve));
            }
        }
        return new Study(conditions, runs);
    }

    /** Returns a run that did not diverge. */
    static Run run(
            Initializer initializer,
            long seed,
            Accuracy accuracy,
            Status proof,
            Integer firstPerfectWindow,
            List<CurvePoint> curve) {
        return new Run(
                initializer,
                seed,
                accuracy,
                0.04,
                false,
                Optional.ofNullable(proof),
                Optional.ofNullable(firstPerfectWindow),
                curve);
    }

    static byte[] csv(Study study) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StudyCsv.write(study, bytes);
        return bytes.toByteArray();
    }

    /** Returns a config with which no network learns anything. */
    static TrainingConfig brief(boolean certify) {
        return new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 0.1, 1, 1, 0, 1.0, 0.0, certify, 1);
    }

    /** Returns a study of networks whose weights grow beyond all bounds. */
    public static Study diverged() throws InterruptedException {
        return train(diverging(), 1, 1, 1);
    }

    static TrainingConfig diverging() {
        return new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 10, 3000, 1, 0, 1.0, 1.0, false, 500);
    }
}
