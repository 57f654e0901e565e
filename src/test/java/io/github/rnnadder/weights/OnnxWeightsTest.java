package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Field numbers and enums are those of {@code onnx.proto3}; what runs the graph here is written from ONNX's own
 * description.
 */
class OnnxWeightsTest {

    private static final int DOUBLE = 11;

    /** Weights that add correctly. */
    private final TrainedModel adder = Models.model(
            8, WeightsFile.read(Path.of("src/it/without-project/adder.json")).weights());

    @Test
    void theFileSaysWhatItNeedsToRun() {
        ProtobufReader file = read(adder);

        assertThat(file.numbers()).containsExactly(1, 2, 7, 8, 14);
        assertThat(file.integer(1)).isEqualTo(8);
        assertThat(file.text(2)).isEqualTo("rnn-adder-maven-plugin");
        assertThat(file.message(8).text(1)).isEmpty();
        assertThat(file.message(8).integer(2)).isEqualTo(17);
    }

    @Test
    void theProvenanceIsThatOfSafetensors() {
        TrainedModel model = Models.model(8, 3, 1);
        Map<String, String> metadata = new LinkedHashMap<>();
        read(model).messages(14).forEach(entry -> metadata.put(entry.text(1), entry.text(2)));

        assertThat(metadata)
                .containsExactlyEntriesOf(SafetensorsWeights.metadata(model))
                .containsEntry("format", "rnn-adder-weights")
                .containsEntry("bits", "8")
                .containsEntry("learningRate", "0.1")
                .containsEntry("correctSums", "16383");
    }

    @Test
    void theGraphTakesAnyNumberOfColumns() {
        ProtobufReader graph = read(adder).message(7);

        assertThat(graph.numbers()).containsExactly(1, 2, 5, 10, 11, 12);
        assertThat(graph.text(2)).isEqualTo("adder");
        assertThat(value(graph.message(11))).isEqualTo("bits of type 11: T×2");
        assertThat(value(graph.message(12))).isEqualTo("p of type 11: T×1");
        assertThat(graph.messages(1)).extracting(node -> node.text(4)).containsExactly("Constant", "Scan");
    }

    @Test
    void everyWeightIsThereToTheLastBit() {
        Weights weights = Models.weights(70, 2);
        ProtobufReader graph = read(Models.model(8, weights)).message(7);

        List<ProtobufReader> tensors = graph.messages(5);
        assertThat(tensors).allMatch(tensor -> tensor.integer(2) == DOUBLE);
        assertThat(tensors).extracting(tensor -> tensor.text(8)).containsExactly("U", "W", "V");
        assertThat(tensors)
                .extracting(tensor -> tensor.integers(1))
                .containsExactly(List.of(70L, 2L), List.of(70L, 70L), List.of(1L, 70L));
        assertThat(tensors.get(0).doubles(9)).isEqualTo(entries(weights.u()));
        assertThat(tensors.get(1).doubles(9)).isEqualTo(entries(weights.w()));
        assertThat(tensors.get(2).doubles(9)).isEqualTo(weights.v());
    }

    @Test
    void aColumnTakesAndGivesWhatTheScanPassesOn() {
        ProtobufReader scan = read(adder).message(7).messages(1).get(1);
        assertThat(scan.texts(1)).containsExactly("h_0", "bits");
        assertThat(scan.texts(2)).containsExactly("h_T", "p");
        assertThat(scan.messages(5)).hasSize(2);
        ProtobufReader scanInputs = scan.messages(5).get(1);
        assertThat(scanInputs.text(1)).isEqualTo("num_scan_inputs");
        assertThat(scanInputs.integer(3)).isEqualTo(1);
        assertThat(scanInputs.integer(20)).isEqualTo(2);
        assertThat(scan.messages(5).get(0).text(1)).isEqualTo("body");
        assertThat(scan.messages(5).get(0).integer(20)).isEqualTo(5);

        ProtobufReader column = scan.messages(5).get(0).message(6);

        assertThat(column.messages(11))
                .extracting(OnnxWeightsTest::value)
                .containsExactly("h of type 11: 5", "x of type 11: 2");
        assertThat(column.messages(12))
                .extracting(OnnxWeightsTest::value)
                .containsExactly("h_t of type 11: 5", "p_t of type 11: 1");
    }

    @Test
    void whoeverRunsItAddsRight() {
        Session session = Session.of(read(adder).message(7));

        assertAdds((a, b) -> session.run(a, b, 8));
    }

    /** Asserts that all sums of 8 bits are right, and that every bit of 0 + 0 is a tie. */
    static void assertAdds(BiFunction<Integer, Integer, double[]> probabilities) {
        List<String> wrong = new ArrayList<>();
        for (int a = 0; a < 128; a++) {
            for (int b = 0; b < 128; b++) {
                double[] p = probabilities.apply(a, b);
                int sum =
                        IntStream.range(0, 8).map(t -> p[t] > 0.5 ? 1 << t : 0).sum();
                if (sum != a + b) {
                    wrong.add(a + " + " + b + " = " + sum);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(probabilities.apply(0, 0)).containsOnly(0.5);
    }

    @Test
    void theBytesAreTheSameEverywhere() {
        assertThat(Sha256.of(OnnxWeights.write(adder, Precision.DOUBLE)))
                .isEqualTo("e225269369ec91bfa7e087ef19e80a39037d4537d44284ee1fc76f31ceb261f8");
    }

    /** A node of the body. */
    private record Node(String operator, List<String> inputs, String output) {

        Node(ProtobufReader node) {
            this(node.text(4), node.texts(1), node.text(2));
        }
    }

    /**
     * The graph as a runtime holds it: the tensors, the state that the constant gives, and the nodes for each column.
     */
    private record Session(Map<String, double[]> tensors, double[] zero, List<Node> column) {

        static Session of(ProtobufReader graph) {
            Map<String, double[]> tensors = new HashMap<>();
            graph.messages(5).forEach(tensor -> tensors.put(tensor.text(8), tensor.doubles(9)));
            ProtobufReader zero = graph.messages(1).get(0).message(5);
            assertThat(zero.text(1)).isEqualTo("value");
            assertThat(zero.integer(20)).isEqualTo(4);
            ProtobufReader column = graph.messages(1).get(1).messages(5).get(0).message(6);
            return new Session(
                    tensors,
                    zero.message(5).doubles(9),
                    column.messages(1).stream().map(Node::new).toList());
        }

        double[] run(int a, int b, int columns) {
            Map<String, double[]> values = new HashMap<>(tensors);
            values.put("h", zero);
            double[] p = new double[columns];
            for (int t = 0; t < columns; t++) {
                values.put("x", new double[] {a >> t & 1, b >> t & 1});
                for (Node node : column) {
                    double[][] inputs = node.inputs().stream().map(values::get).toArray(double[][]::new);
                    values.put(node.output(), apply(node.operator(), inputs));
                }
                p[t] = values.get("p_t")[0];
                values.put("h", values.get("h_t"));
            }
            return p;
        }
    }

    private static double[] apply(String operator, double[]... in) {
        return switch (operator) {
            case "MatMul" -> product(in[0], in[1]);
            case "Add" ->
                IntStream.range(0, in[0].length)
                        .mapToDouble(i -> in[0][i] + in[1][i])
                        .toArray();
            case "Tanh" -> Arrays.stream(in[0]).map(Math::tanh).toArray();
            case "Sigmoid" ->
                Arrays.stream(in[0]).map(o -> 1 / (1 + Math.exp(-o))).toArray();
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static double[] product(double[] matrix, double[] vector) {
        double[] product = new double[matrix.length / vector.length];
        for (int k = 0; k < matrix.length; k++) {
            product[k / vector.length] += matrix[k] * vector[k % vector.length];
        }
        return product;
    }

    /** Returns the name, the element type and the shape of an input or output. */
    static String value(ProtobufReader value) {
        ProtobufReader tensor = value.message(2).message(1);
        List<String> shape = tensor.message(2).messages(1).stream()
                .map(dimension ->
                        dimension.numbers().contains(1) ? String.valueOf(dimension.integer(1)) : dimension.text(2))
                .toList();
        return value.text(1) + " of type " + tensor.integer(1) + ": " + String.join("×", shape);
    }

    /** The entries of a matrix. */
    private static double[] entries(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    private static ProtobufReader read(TrainedModel model) {
        return new ProtobufReader(OnnxWeights.write(model, Precision.DOUBLE));
    }
}
