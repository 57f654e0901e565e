package io.github.rnnadder.study;

import io.github.rnnadder.config.Initializer;
import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Small studies for the tests: real trainings, but short ones. */
public final class Studies {

    private static final TrainingConfig CONFIG =
            new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 0.5, 3000, 99, 7, 1.0, 0.0, false, 500);

    /** Of its three seeds each, some networks can be proved right at every width, some cannot, and one nobody knows. */
    static final TrainingConfig CERTIFYING =
            new TrainingConfig(8, 8, Initializer.UNIFORM_FAN_IN, 0.1, 20_000, 1, 0, 1.0, 0.005, true, 1000);

    static final Progress QUIET = new Progress(line -> {}, () -> 0);

    private Studies() {}

    /** Returns every initializer with some seeds. */
    public static Study train(long firstSeed, int seeds, int threads) throws InterruptedException {
        return train(CONFIG, firstSeed, seeds, threads);
    }

    static Study train(TrainingConfig config, long firstSeed, int seeds, int threads) throws InterruptedException {
        return new Study(new Conditions(config, "1.0.0"), new Trials(config, firstSeed, seeds).run(threads, QUIET));
    }

    static byte[] csv(Study study) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StudyCsv.write(study, bytes);
        return bytes.toByteArray();
    }

    static byte[] json(Study study) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StudyJson.write(study, bytes);
        return bytes.toByteArray();
    }

    /** Returns a config with which no network learns anything. */
    static TrainingConfig brief(boolean certify) {
        return new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 0.1, 1, 1, 0, 1.0, 0.0, certify, 1);
    }

    static TrainingConfig diverging() {
        return new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 10, 3000, 1, 0, 1.0, 1.0, false, 500);
    }
}
