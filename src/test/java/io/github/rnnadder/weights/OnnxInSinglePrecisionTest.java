package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Precision;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What runs the graph here is written from ONNX's own description of its operators, for one batch and one direction. */
class OnnxInSinglePrecisionTest {

    private static final int FLOAT = 1;

    /** Weights that add correctly. */
    private final TrainedModel adder = Models.model(
            8, WeightsFile.read(Path.of("src/it/without-project/adder.json")).weights());

    @Test
    void theGraphIsTheStandardNodeBetweenTheNamesOfTheOneInDoubles() {
        ProtobufReader graph = graph(adder);

        assertThat(graph.messages(1).stream().map(node -> node.text(4)).filter(it -> !it.equals("Constant")))
                .containsExactly("Unsqueeze", "Unsqueeze", "Unsqueeze", "RNN", "Squeeze", "Gemm", "Sigmoid");
        assertThat(OnnxWeightsTest.value(graph.message(11))).isEqualTo("bits of type 1: T×2");
        assertThat(OnnxWeightsTest.value(graph.message(12))).isEqualTo("p of type 1: T×1");
    }

    @Test
    void everyWeightIsThereRoundedToAFloat() {
        Weights weights = Models.weights(70, 2);
        List<ProtobufReader> tensors = graph(Models.model(8, weights)).messages(5);

        assertThat(tensors).allMatch(tensor -> tensor.integer(2) == FLOAT);
        assertThat(tensors).extracting(tensor -> tensor.text(8)).containsExactly("U", "W", "V");
        assertThat(tensors)
                .extracting(tensor -> tensor.integers(1))
                .containsExactly(List.of(70L, 2L), List.of(70L, 70L), List.of(1L, 70L));
        assertThat(tensors.get(0).floats(9)).isEqualTo(rounded(weights.u()));
        assertThat(tensors.get(1).floats(9)).isEqualTo(rounded(weights.w()));
        assertThat(tensors.get(2).floats(9)).isEqualTo(rounded(weights.v()));
    }

    @Test
    void whoeverRunsItAddsRight() {
        ProtobufReader graph = graph(adder);

        OnnxWeightsTest.assertAdds((a, b) -> doubles(run(graph, a, b, 8).elements));
        assertThat(run(graph, 0, 0, 8).shape).containsExactly(8L, 1L);
    }

    private static double[] doubles(float[] floats) {
        return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
    }

    @Test
    void theBytesAreTheSameEverywhere() {
        assertThat(Sha256.of(OnnxWeights.write(adder, Precision.SINGLE)))
                .isEqualTo("3ee763ae76138041f7b7ca86013e1dfc7e040aa114b721ff0beeed71101fe53c");
    }

    private record Tensor(List<Long> shape, float[] elements) {

        Tensor with(List<Long> otherShape) {
            return new Tensor(otherShape, elements);
        }

        int length(int axis) {
            return Math.toIntExact(shape.get(axis));
        }
    }

    private static Tensor run(ProtobufReader graph, int a, int b, int columns) {
        float[] bits = new float[2 * columns];
        for (int t = 0; t < columns; t++) {
            bits[2 * t] = a >> t & 1;
            bits[2 * t + 1] = b >> t & 1;
        }
        Map<String, Tensor> values = new HashMap<>();
        values.put("bits", new Tensor(List.of((long) columns, 2L), bits));
        Map<String, long[]> axes = new HashMap<>();
        for (ProtobufReader tensor : graph.messages(5)) {
            values.put(tensor.text(8), new Tensor(tensor.integers(1), tensor.floats(9)));
        }
        for (ProtobufReader node : graph.messages(1)) {
            List<String> in = node.texts(1);
            Tensor first = in.isEmpty() ? null : values.get(in.get(0));
            switch (node.text(4)) {
                case "Constant" ->
                    axes.put(node.text(2), node.message(5).message(5).longs(9));
                case "Unsqueeze" -> {
                    List<Long> shape = new ArrayList<>(first.shape);
                    LongStream.of(axes.get(in.get(1))).forEach(axis -> shape.add((int) axis, 1L));
                    values.put(node.text(2), first.with(shape));
                }
                case "Squeeze" -> {
                    List<Long> shape = new ArrayList<>(first.shape);
                    LongStream.of(axes.get(in.get(1)))
                            .boxed()
                            .sorted((x, y) -> Long.compare(y, x))
                            .forEach(axis ->
                                    assertThat(shape.remove(axis.intValue())).isEqualTo(1L));
                    values.put(node.text(2), first.with(shape));
                }
                case "RNN" -> {
                    assertThat(attribute(node, "hidden_size")).isEqualTo(5);
                    values.put(node.text(2), rnn(first, values.get(in.get(1)), values.get(in.get(2))));
                }
                case "Gemm" -> {
                    assertThat(attribute(node, "transB")).isEqualTo(1);
                    values.put(node.text(2), timesTransposed(first, values.get(in.get(1))));
                }
                case "Sigmoid" -> {
                    float[] p = first.elements.clone();
                    for (int i = 0; i < p.length; i++) {
                        p[i] = (float) (1 / (1 + Math.exp(-p[i])));
                    }
                    values.put(node.text(2), new Tensor(first.shape, p));
                }
                default -> throw new IllegalArgumentException(node.text(4));
            }
        }
        return values.get("p");
    }

    /** X: T×1×2, W: 1×H×2, R: 1×H×H; Y: T×1×1×H, with tanh, which is the default, and from a state of zeros. */
    private static Tensor rnn(Tensor x, Tensor w, Tensor r) {
        int steps = x.length(0);
        int h = r.length(1);
        assertThat(x.shape).containsExactly((long) steps, 1L, 2L);
        assertThat(w.shape).containsExactly(1L, (long) h, 2L);
        assertThat(r.shape).containsExactly(1L, (long) h, (long) h);
        float[] y = new float[steps * h];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < h; i++) {
                float z = w.elements[2 * i] * x.elements[2 * t] + w.elements[2 * i + 1] * x.elements[2 * t + 1];
                for (int j = 0; t > 0 && j < h; j++) {
                    z += r.elements[i * h + j] * y[(t - 1) * h + j];
                }
                y[t * h + i] = (float) Math.tanh(z);
            }
        }
        return new Tensor(List.of((long) steps, 1L, 1L, (long) h), y);
    }

    private static Tensor timesTransposed(Tensor a, Tensor b) {
        assertThat(a.shape).hasSize(2);
        assertThat(b.shape).containsExactly(1L, a.shape.get(1));
        int length = a.length(1);
        float[] product = new float[a.length(0)];
        for (int i = 0; i < a.elements.length; i++) {
            product[i / length] += a.elements[i] * b.elements[i % length];
        }
        return new Tensor(List.of(a.shape.get(0), 1L), product);
    }

    private static long attribute(ProtobufReader node, String name) {
        ProtobufReader attribute = node.message(5);
        assertThat(attribute.text(1)).isEqualTo(name);
        assertThat(attribute.integer(20)).isEqualTo(2);
        return attribute.integer(3);
    }

    private static float[] rounded(double[]... rows) {
        FloatBuffer floats = FloatBuffer.allocate(rows.length * rows[0].length);
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).forEach(entry -> floats.put((float) entry));
        return floats.array();
    }

    private static ProtobufReader graph(TrainedModel model) {
        return new ProtobufReader(OnnxWeights.write(model, Precision.SINGLE)).message(7);
    }
}
