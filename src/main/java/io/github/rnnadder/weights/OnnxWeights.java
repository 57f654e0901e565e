package io.github.rnnadder.weights;

import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import java.util.Arrays;
import java.util.List;

/**
 * Writes an adder as an <a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">ONNX</a> model, which runs by
 * itself: one {@code Scan} over the columns of a sum, in doubles. Its input {@code bits} is T×2, T free, the operand
 * bits of each column, the least significant first; its output {@code p} is T×1. The numbers of fields and enums are
 * those of {@code onnx.proto3}.
 */
public final class OnnxWeights {

    /** The last version of the file that ONNX 1.12 wrote; every runtime since then reads it. */
    private static final int IR_VERSION = 8;

    private static final int OPSET = 17;

    /** The element type of a tensor. */
    private static final int DOUBLE = 11;

    /** The types of an attribute. */
    private static final int INT_ATTRIBUTE = 2;

    private static final int TENSOR_ATTRIBUTE = 4;
    private static final int GRAPH_ATTRIBUTE = 5;

    private static final String DOC =
            "Adds two numbers column by column: bits[t] are the operand bits of column t, the least"
                    + " significant first, as many columns as the longer operand has bits, and one more. Bit t of the sum is 1 if and only if"
                    + " p[t] > 0.5.";

    private OnnxWeights() {}

    /** Returns the bytes of the file. */
    public static byte[] write(AdderModel model) {
        Protobuf file = new Protobuf()
                .with(1, IR_VERSION)
                .with(2, "rnn-adder-maven-plugin")
                .with(7, graph(model.weights()))
                .with(8, new Protobuf().with(1, "").with(2, OPSET));
        SafetensorsWeights.metadata(model)
                .forEach((key, value) ->
                        file.with(14, new Protobuf().with(1, key).with(2, value)));
        return file.toByteArray();
    }

    private static Protobuf graph(Weights weights) {
        int h = weights.hiddenSize();
        byte[] tensors = TensorBytes.bytes(weights);
        int w = Double.BYTES * h * Weights.INPUTS;
        int v = w + Double.BYTES * h * h;
        Protobuf zero = tensor("", new byte[Double.BYTES * h], h);
        return new Protobuf()
                .with(
                        1,
                        node("Constant", List.of(), List.of("h_0"))
                                .with(5, attribute("value", 5, zero, TENSOR_ATTRIBUTE)))
                .with(
                        1,
                        node("Scan", List.of("h_0", "bits"), List.of("h_T", "p"))
                                .with(5, attribute("body", 6, column(h), GRAPH_ATTRIBUTE))
                                .with(
                                        5,
                                        new Protobuf()
                                                .with(1, "num_scan_inputs")
                                                .with(3, 1)
                                                .with(20, INT_ATTRIBUTE)))
                .with(2, "adder")
                .with(5, tensor("U", Arrays.copyOfRange(tensors, 0, w), h, Weights.INPUTS))
                .with(5, tensor("W", Arrays.copyOfRange(tensors, w, v), h, h))
                .with(5, tensor("V", Arrays.copyOfRange(tensors, v, tensors.length), 1, h))
                .with(10, DOC)
                .with(11, value("bits", free("T"), fixed(Weights.INPUTS)))
                .with(12, value("p", free("T"), fixed(1)));
    }

    /** One column: h_t = tanh(W h_{t-1} + U x_t) and p_t = σ(V h_t). */
    private static Protobuf column(int h) {
        return new Protobuf()
                .with(1, node("MatMul", List.of("W", "h"), List.of("Wh")))
                .with(1, node("MatMul", List.of("U", "x"), List.of("Ux")))
                .with(1, node("Add", List.of("Wh", "Ux"), List.of("a_t")))
                .with(1, node("Tanh", List.of("a_t"), List.of("h_t")))
                .with(1, node("MatMul", List.of("V", "h_t"), List.of("o_t")))
                .with(1, node("Sigmoid", List.of("o_t"), List.of("p_t")))
                .with(2, "column")
                .with(11, value("h", fixed(h)))
                .with(11, value("x", fixed(Weights.INPUTS)))
                .with(12, value("h_t", fixed(h)))
                .with(12, value("p_t", fixed(1)));
    }

    private static Protobuf node(String operator, List<String> inputs, List<String> outputs) {
        Protobuf node = new Protobuf();
        inputs.forEach(name -> node.with(1, name));
        outputs.forEach(name -> node.with(2, name));
        return node.with(4, operator);
    }

    private static Protobuf attribute(String name, int field, Protobuf value, int type) {
        return new Protobuf().with(1, name).with(field, value).with(20, type);
    }

    private static Protobuf tensor(String name, byte[] doubles, int... shape) {
        Protobuf tensor = new Protobuf();
        for (int length : shape) {
            tensor.with(1, length);
        }
        return tensor.with(2, DOUBLE).with(8, name).with(9, doubles);
    }

    private static Protobuf value(String name, Protobuf... dimensions) {
        Protobuf shape = new Protobuf();
        for (Protobuf dimension : dimensions) {
            shape.with(1, dimension);
        }
        Protobuf tensor = new Protobuf().with(1, DOUBLE).with(2, shape);
        return new Protobuf().with(1, name).with(2, new Protobuf().with(1, tensor));
    }

    private static Protobuf fixed(long length) {
        return new Protobuf().with(1, length);
    }

    private static Protobuf free(String name) {
        return new Protobuf().with(2, name);
    }
}
