package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.loader.Adders;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.proof.certificate.Precision;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The models in a runtime that is not ours. */
class OnnxRuntimeTrial {

    /** The config that {@code init} writes, whose adder is proved right at every width. */
    private static final TrainingConfig CONFIG =
            new TrainingConfig(8, 16, TrainingConfig.DEFAULTS.initializer(), 0.1, 20_000, 1, 0, 1.0, 0.001, true, 1000);

    private static final OrtEnvironment RUNTIME = OrtEnvironment.getEnvironment();

    private static TrainedModel adder;

    @BeforeAll
    static void train() {
        Training training = Trainer.train(CONFIG, CONFIG.seed(), point -> {});
        adder = new TrainedModel(
                training.weights(),
                new Provenance(CONFIG, CONFIG.seed(), "1.0.0"),
                Assessment.of(training.weights(), CONFIG.bits(), new Gate(1, false), Progress.silent()),
                training.firstPerfectWindow());
    }

    @ParameterizedTest
    @EnumSource
    void everySumThatWasMeasuredComesOutRight(Precision precision) throws OrtException {
        List<String> wrong = new ArrayList<>();
        try (OrtSession session = session(precision)) {
            for (int a = 0; a < 128; a++) {
                for (int b = 0; b < 128; b++) {
                    BigInteger sum = sum(run(session, precision, BigInteger.valueOf(a), BigInteger.valueOf(b), 8));
                    if (sum.intValue() != a + b) {
                        wrong.add(a + " + " + b + " = " + sum);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void soDoesOneOf500Bits(Precision precision) throws OrtException {
        Random random = new Random(1);
        try (OrtSession session = session(precision)) {
            for (int i = 0; i < 20; i++) {
                BigInteger a = new BigInteger(500, random);
                BigInteger b = new BigInteger(500, random);
                assertThat(sum(run(session, precision, a, b, 501))).isEqualTo(a.add(b));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-12", "SINGLE, 1e-5"})
    void probabilitiesAreThoseOfTheLoader(Precision precision, double error) throws OrtException {
        double[] ours = Adders.of(CONFIG.bits(), adder.weights(), false).probabilities(37, 91);
        try (OrtSession session = session(precision)) {
            double[] theirs = run(session, precision, BigInteger.valueOf(37), BigInteger.valueOf(91), ours.length);
            for (int t = 0; t < ours.length; t++) {
                assertThat(theirs[t]).isCloseTo(ours[t], within(error));
            }
        }
    }

    private static OrtSession session(Precision precision) throws OrtException {
        return RUNTIME.createSession(OnnxWeights.write(adder, precision));
    }

    private static double[] run(OrtSession session, Precision precision, BigInteger a, BigInteger b, int columns)
            throws OrtException {
        float[][] bits = new float[columns][2];
        for (int t = 0; t < columns; t++) {
            bits[t][0] = a.testBit(t) ? 1 : 0;
            bits[t][1] = b.testBit(t) ? 1 : 0;
        }
        try (OnnxTensor input = OnnxTensor.createTensor(RUNTIME, precision == Precision.SINGLE ? bits : doubles(bits));
                OrtSession.Result result = session.run(Map.of("bits", input))) {
            Object p = result.get("p").orElseThrow().getValue();
            double[][] rows = p instanceof float[][] floats ? doubles(floats) : (double[][]) p;
            return Stream.of(rows).mapToDouble(row -> row[0]).toArray();
        }
    }

    private static double[][] doubles(float[][] rows) {
        return Stream.of(rows)
                .map(row ->
                        IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
    }

    private static BigInteger sum(double[] p) {
        BigInteger sum = BigInteger.ZERO;
        for (int t = 0; t < p.length; t++) {
            sum = p[t] > 0.5 ? sum.setBit(t) : sum;
        }
        return sum;
    }
}
