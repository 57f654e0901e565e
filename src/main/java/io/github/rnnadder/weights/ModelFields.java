package io.github.rnnadder.weights;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.model.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects and checks the fields of a network that both formats, JSON and safetensors, require. */
final class ModelFields {

    private final String file;
    private final Map<String, double[][]> tensors = new LinkedHashMap<>();
    private @Nullable String format;
    private @Nullable Integer bits;
    private @Nullable Integer hiddenSize;

    ModelFields(String file) {
        this.file = file;
    }

    void format(String value) throws UnreadableFileException {
        if (!WeightsFile.FORMAT.equals(value)) {
            throw new UnreadableFileException(
                    file + ": format is '" + Sanitized.of(value) + "'; it must be '" + WeightsFile.FORMAT + "'");
        }
        format = value;
    }

    void bits(long value) {
        bits = (int) value;
    }

    void hiddenSize(long value) {
        hiddenSize = (int) value;
    }

    void tensor(String name, double[][] matrix) {
        tensors.put(name, matrix);
    }

    /** Returns the network. Checks that every field is present and that the shapes fit together. */
    WeightsFile assemble(Map<String, String> training) throws UnreadableFileException {
        require("format", format);
        int t = require("bits", bits);
        int h = require("hiddenSize", hiddenSize);
        double[][] u = tensor("U", h, Weights.INPUTS);
        double[][] w = tensor("W", h, h);
        double[][] v = tensor("V", 1, h);
        try {
            return new WeightsFile(file, t, new Weights(u, w, v[0]), training);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(file + ": " + e.getMessage());
        }
    }

    private <T> T require(String name, @Nullable T value) throws UnreadableFileException {
        if (value == null) {
            throw new UnreadableFileException(file + " has no '" + name + "'; expected the format '"
                    + WeightsFile.FORMAT + "' with bits, hiddenSize, U, W and V");
        }
        return value;
    }

    private double[][] tensor(String name, int rows, int columns) throws UnreadableFileException {
        double[][] matrix = require(name, tensors.get(name));
        if (matrix.length != rows) {
            throw shape(name, matrix.length + " rows", rows, columns);
        }
        for (double[] row : matrix) {
            if (row.length != columns) {
                throw shape(name, "a row of " + row.length, rows, columns);
            }
        }
        return matrix;
    }

    private UnreadableFileException shape(String name, String found, int rows, int columns) {
        return new UnreadableFileException(file + ": " + name + " has " + found + "; with hiddenSize " + hiddenSize
                + " it must be " + rows + "×" + columns);
    }
}
