package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.rnnadder.loader.Adders;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The model in a runtime that is not ours. Its name is none that a build without the profile runs, should the class be
 * left there.
 */
class OnnxRuntimeTrial {

    /** The config that {@code init} writes, whose adder is proved right at every width. */
    private static final TrainingConfig CONFIG =
            new TrainingConfig(8, 16, TrainingConfig.DEFAULTS.initializer(), 0.1, 20_000, 1, 0, 1.0, 0.001, true, 1000);

    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private AdderModel adder;
    private OrtSession session;

    @BeforeEach
    void load() throws OrtException {
        Training training = Trainer.train(CONFIG, CONFIG.seed(), point -> {});
        adder = Models.model(CONFIG.bits(), training.weights());
        session = runtime.createSession(OnnxWeights.write(adder));
    }

    @AfterEach
    void close() throws OrtException {
        session.close();
    }

    @Test
    void everySumThatWasMeasuredComesOutRight() throws OrtException {
        List<String> wrong = new ArrayList<>();
        for (int a = 0; a < 128; a++) {
            for (int b = 0; b < 128; b++) {
                BigInteger sum = sum(run(BigInteger.valueOf(a), BigInteger.valueOf(b), 8));
                if (sum.intValue() != a + b) {
                    wrong.add(a + " + " + b + " = " + sum);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void soDoesOneOf500Bits() throws OrtException {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            BigInteger a = new BigInteger(500, random);
            BigInteger b = new BigInteger(500, random);
            assertThat(sum(run(a, b, 501))).isEqualTo(a.add(b));
        }
    }

    @Test
    void probabilitiesAreThoseOfTheLoader() throws OrtException {
        double[] ours = Adders.of(CONFIG.bits(), adder.weights(), false).probabilities(37, 91);
        double[][] theirs = run(BigInteger.valueOf(37), BigInteger.valueOf(91), ours.length);
        for (int t = 0; t < ours.length; t++) {
            assertThat(theirs[t][0]).isCloseTo(ours[t], within(1e-12));
        }
    }

    private double[][] run(BigInteger a, BigInteger b, int columns) throws OrtException {
        double[][] bits = new double[columns][2];
        for (int t = 0; t < columns; t++) {
            bits[t][0] = a.testBit(t) ? 1 : 0;
            bits[t][1] = b.testBit(t) ? 1 : 0;
        }
        try (OnnxTensor input = OnnxTensor.createTensor(runtime, bits);
                OrtSession.Result result = session.run(Map.of("bits", input))) {
            return (double[][]) result.get("p").orElseThrow().getValue();
        }
    }

    private static BigInteger sum(double[][] p) {
        BigInteger sum = BigInteger.ZERO;
        for (int t = 0; t < p.length; t++) {
            sum = p[t][0] > 0.5 ? sum.setBit(t) : sum;
        }
        return sum;
    }
}
