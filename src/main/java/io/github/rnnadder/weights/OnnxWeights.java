package io.github.rnnadder.weights;

import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Writes an adder as an <a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">ONNX</a> model, which needs no
 * other file. The input {@code bits} is T×2 for any T: the operand bits of each column, least significant first. The
 * output {@code p} is T×1. In double precision, the model is one {@code Scan} over the columns, because ONNX Runtime
 * has the {@code RNN} node only for floats. In single precision, it is that node, which runtimes for phones have, too.
 * The numbers of fields and enums come from {@code onnx.proto3}.
 */
public final class OnnxWeights {

    /** The version of the file format, as ONNX 1.12 wrote it. Every later runtime reads it. */
    private static final int IR_VERSION = 8;

    private static final int OPSET = 17;

    // The element types of a tensor.
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int DOUBLE = 11;

    // The types of an attribute.
    private static final int INT_ATTRIBUTE = 2;
    private static final int TENSOR_ATTRIBUTE = 4;
    private static final int GRAPH_ATTRIBUTE = 5;

    /** The length of an axis that depends on the input. The graph calls this length T. */
    private static final int ANY = -1;

    private static final String DOC = "Adds two numbers column by column: bits[t] are the operand bits of column t, the"
            + " least significant first, as many columns as the longer operand has bits, and one more. Bit t of the sum"
            + " is 1 if and only if p[t] > 0.5.";

    private OnnxWeights() {}

    /**
     * Returns the bytes of an ONNX file.
     *
     * @param precision the arithmetic of the model; its weights are rounded to this precision
     */
    public static byte[] write(TrainedModel model, Precision precision) {
        Protobuf file = new Protobuf()
                .with(1, IR_VERSION)
                .with(2, "rnn-adder-maven-plugin")
                .with(7, precision == Precision.DOUBLE ? inDoubles(model.weights()) : inFloats(model.weights()))
                .with(8, new Protobuf().with(1, "").with(2, OPSET));
        SafetensorsWeights.metadata(model)
                .forEach((key, value) ->
                        file.with(14, new Protobuf().with(1, key).with(2, value)));
        return file.toByteArray();
    }

    private static Protobuf inDoubles(Weights weights) {
        int h = weights.hiddenSize();
        Protobuf zero = tensor(DOUBLE, "", new byte[Double.BYTES * h], h);
        Protobuf nodes = new Protobuf()
                .with(1, constant("h_0", zero))
                .with(
                        1,
                        node("Scan", List.of("h_0", "bits"), List.of("h_T", "p"))
                                .with(5, attribute("body", 6, column(h), GRAPH_ATTRIBUTE))
                                .with(5, integer("num_scan_inputs", 1)));
        return graph(nodes, DOUBLE, Double.BYTES, TensorBytes.bytes(weights), h);
    }

    /** Returns a graph with an {@code RNN} node, and nodes that add and remove the dimensions it requires. */
    private static Protobuf inFloats(Weights weights) {
        int h = weights.hiddenSize();
        Protobuf nodes = new Protobuf()
                .with(1, constant("direction", axes(0)))
                .with(1, constant("batch", axes(1)))
                .with(1, constant("direction_and_batch", axes(1, 2)))
                .with(1, node("Unsqueeze", List.of("bits", "batch"), List.of("X")))
                .with(1, node("Unsqueeze", List.of("U", "direction"), List.of("directed_U")))
                .with(1, node("Unsqueeze", List.of("W", "direction"), List.of("directed_W")))
                .with(
                        1,
                        node("RNN", List.of("X", "directed_U", "directed_W"), List.of("Y"))
                                .with(5, integer("hidden_size", h)))
                .with(1, node("Squeeze", List.of("Y", "direction_and_batch"), List.of("h")))
                .with(1, node("Gemm", List.of("h", "V"), List.of("o")).with(5, integer("transB", 1)))
                .with(1, node("Sigmoid", List.of("o"), List.of("p")));
        return graph(nodes, FLOAT, Float.BYTES, floats(TensorBytes.bytes(weights)), h);
    }

    private static byte[] floats(byte[] doubles) {
        ByteBuffer from = ByteBuffer.wrap(doubles).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer to = ByteBuffer.allocate(doubles.length / 2).order(ByteOrder.LITTLE_ENDIAN);
        while (from.hasRemaining()) {
            to.putFloat((float) from.getDouble());
        }
        return to.array();
    }

    /** Adds to a graph its input, its output and the tensors U, W and V, which lie in this order in {@code tensors}. */
    private static Protobuf graph(Protobuf nodes, int type, int elementSize, byte[] tensors, int h) {
        int w = elementSize * h * Weights.INPUTS;
        int v = w + elementSize * h * h;
        return nodes.with(2, "adder")
                .with(5, tensor(type, "U", Arrays.copyOfRange(tensors, 0, w), h, Weights.INPUTS))
                .with(5, tensor(type, "W", Arrays.copyOfRange(tensors, w, v), h, h))
                .with(5, tensor(type, "V", Arrays.copyOfRange(tensors, v, tensors.length), 1, h))
                .with(10, DOC)
                .with(11, value(type, "bits", ANY, Weights.INPUTS))
                .with(12, value(type, "p", ANY, 1));
    }

    /** Returns the graph of one column: h_t = tanh(W h_{t-1} + U x_t) and p_t = σ(V h_t). */
    private static Protobuf column(int h) {
        return new Protobuf()
                .with(1, node("MatMul", List.of("W", "h"), List.of("Wh")))
                .with(1, node("MatMul", List.of("U", "x"), List.of("Ux")))
                .with(1, node("Add", List.of("Wh", "Ux"), List.of("a_t")))
                .with(1, node("Tanh", List.of("a_t"), List.of("h_t")))
                .with(1, node("MatMul", List.of("V", "h_t"), List.of("o_t")))
                .with(1, node("Sigmoid", List.of("o_t"), List.of("p_t")))
                .with(2, "column")
                .with(11, value(DOUBLE, "h", h))
                .with(11, value(DOUBLE, "x", Weights.INPUTS))
                .with(12, value(DOUBLE, "h_t", h))
                .with(12, value(DOUBLE, "p_t", 1));
    }

    private static Protobuf node(String operator, List<String> inputs, List<String> outputs) {
        Protobuf node = new Protobuf();
        inputs.forEach(name -> node.with(1, name));
        outputs.forEach(name -> node.with(2, name));
        return node.with(4, operator);
    }

    private static Protobuf constant(String name, Protobuf tensor) {
        return node("Constant", List.of(), List.of(name)).with(5, attribute("value", 5, tensor, TENSOR_ATTRIBUTE));
    }

    private static Protobuf axes(long... axes) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * axes.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(axes);
        return tensor(INT64, "", bytes.array(), axes.length);
    }

    private static Protobuf integer(String name, long value) {
        return new Protobuf().with(1, name).with(3, value).with(20, INT_ATTRIBUTE);
    }

    private static Protobuf attribute(String name, int field, Protobuf value, int type) {
        return new Protobuf().with(1, name).with(field, value).with(20, type);
    }

    private static Protobuf tensor(int type, String name, byte[] elements, int... shape) {
        Protobuf tensor = new Protobuf();
        for (int length : shape) {
            tensor.with(1, length);
        }
        return tensor.with(2, type).with(8, name).with(9, elements);
    }

    private static Protobuf value(int type, String name, int... lengths) {
        Protobuf shape = new Protobuf();
        for (int length : lengths) {
            shape.with(1, length == ANY ? new Protobuf().with(2, "T") : new Protobuf().with(1, length));
        }
        Protobuf tensor = new Protobuf().with(1, type).with(2, shape);
        return new Protobuf().with(1, name).with(2, new Protobuf().with(1, tensor));
    }
}
