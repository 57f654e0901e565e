package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.json.JsonCursor;
import io.github.rnnadder.base.text.Numerals;
import io.github.rnnadder.base.text.Sanitized;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a network from a safetensors file of any origin. The tensors U, W and V may have any order. The metadata must
 * contain {@code bits}.
 */
final class SafetensorsReader {

    /** The maximum number of tokens in the header; a network has about a hundred. This bounds the memory. */
    private static final long MAX_TOKENS = 10_000;

    private static final JsonFactory FACTORY = JsonCursor.factory(
            StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build());

    /** The maximum length of the header that the format allows, in bytes. */
    private static final long MAX_HEADER = 100_000_000;

    private final String file;
    private final ByteBuffer bytes;
    private final ModelFields fields;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();

    /** A tensor as the header describes it. {@code begin} and {@code end} count bytes from the header's end. */
    private record Tensor(String name, String dtype, long rows, long columns, long begin, long end) {}

    private SafetensorsReader(String file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.fields = new ModelFields(file);
    }

    static WeightsFile read(String file, byte[] bytes) throws UnreadableFileException {
        return new SafetensorsReader(file, bytes).parse();
    }

    private WeightsFile parse() throws UnreadableFileException {
        int dataStart = Long.BYTES + headerLength();
        try {
            JsonParser header = FACTORY.createParser(bytes.array(), Long.BYTES, dataStart - Long.BYTES);
            JsonCursor.read(file + ", header", header, UnreadableFileException::new, this::header);
        } catch (IOException e) {
            throw error("its header is not JSON in UTF-8");
        }
        tensors.sort(Comparator.comparing(Tensor::begin));
        long end = 0;
        for (Tensor tensor : tensors) {
            if (tensor.begin != end) {
                throw error("tensor " + tensor.name + " begins at byte " + tensor.begin + "; expected " + end
                        + ", without gaps or overlaps");
            }
            read(tensor, dataStart);
            end = tensor.end;
        }
        if (end != bytes.limit() - dataStart) {
            throw error("the tensors end at byte " + end + "; the file has " + (bytes.limit() - dataStart)
                    + " bytes of data");
        }
        return fields.assemble(metadata);
    }

    private int headerLength() throws UnreadableFileException {
        if (bytes.limit() < Long.BYTES) {
            throw error("it has " + bytes.limit() + " bytes; a safetensors file begins with 8 bytes of header length");
        }
        long length = bytes.getLong();
        long most = Math.min(MAX_HEADER, bytes.limit() - Long.BYTES);
        if (length < 2 || length > most) {
            throw error("its header length is " + Long.toUnsignedString(length) + "; it must be 2 to " + most);
        }
        if (bytes.get(Long.BYTES) != '{') {
            throw error("its header does not begin with '{'");
        }
        return (int) length;
    }

    private Void header(JsonCursor json) throws IOException {
        json.object("an object");
        for (String name = json.field(); name != null; name = json.field()) {
            switch (name) {
                case "__metadata__" -> metadata(json);
                case "U", "W", "V" -> tensors.add(tensor(json, name));
                default -> throw json.wrong("named U, W, V or __metadata__");
            }
        }
        return null;
    }

    private void metadata(JsonCursor json) throws IOException {
        json.object("an object of strings");
        for (String name = json.field(); name != null; name = json.field()) {
            String value = json.text("a string");
            switch (name) {
                case "format" -> fields.format(value);
                case "version" -> integer(json, value, WeightsFile.VERSION, WeightsFile.VERSION);
                case "bits" -> fields.bits(integer(json, value, WeightsFile.MIN_BITS, WeightsFile.MAX_BITS));
                case "hiddenSize" -> fields.hiddenSize(integer(json, value, 1, WeightsFile.MAX_HIDDEN_SIZE));
                default -> {
                    boolean bool = value.equals("true") || value.equals("false");
                    json.require(bool || !name.equals(WeightsFile.CERTIFY), "\"true\" or \"false\"");
                    metadata.put(name, value);
                }
            }
        }
        metadata.values().removeIf("null"::equals);
    }

    private static long integer(JsonCursor json, String value, long least, long most) throws IOException {
        long integer = Numerals.integer(value).orElse(least - 1);
        json.require(integer >= least && integer <= most, "a string with an integer from " + least + " to " + most);
        return integer;
    }

    private static Tensor tensor(JsonCursor json, String name) throws IOException {
        @Nullable String dtype = null;
        long @Nullable [] shape = null;
        long @Nullable [] offsets = null;
        json.object("an object");
        for (String field = json.field(); field != null; field = json.field()) {
            switch (field) {
                case "dtype" -> dtype = json.text("\"F64\"");
                case "shape" -> shape = pair(json);
                case "data_offsets" -> offsets = pair(json);
                default -> throw json.wrong("named dtype, shape or data_offsets");
            }
        }
        if (dtype == null || shape == null || offsets == null) {
            throw json.wrong("a tensor with dtype, shape and data_offsets");
        }
        return new Tensor(name, dtype, shape[0], shape[1], offsets[0], offsets[1]);
    }

    private static long[] pair(JsonCursor json) throws IOException {
        long[] pair = new long[2];
        json.list("a list of two integers");
        for (int i = 0; i < pair.length; i++) {
            json.require(json.element(), "a list of two integers");
            pair[i] = json.integer(0, Long.MAX_VALUE);
        }
        json.require(!json.element(), "a list of two integers");
        return pair;
    }

    private void read(Tensor tensor, int dataStart) throws UnreadableFileException {
        if (!tensor.dtype.equals("F64")) {
            throw error("tensor " + tensor.name + " is of dtype " + Sanitized.of(tensor.dtype) + "; it must be F64");
        }
        String shape = tensor.rows + "×" + tensor.columns;
        if (tensor.rows > WeightsFile.MAX_HIDDEN_SIZE || tensor.columns > WeightsFile.MAX_HIDDEN_SIZE) {
            throw error("tensor " + tensor.name + " is " + shape + "; it must be at most " + WeightsFile.MAX_HIDDEN_SIZE
                    + " each way");
        }
        int data = bytes.limit() - dataStart;
        if (tensor.end > data || tensor.end - tensor.begin != Double.BYTES * tensor.rows * tensor.columns) {
            throw error("tensor " + tensor.name + " of " + shape + " doubles lies at bytes " + tensor.begin + " to "
                    + tensor.end + " of " + data);
        }
        double[][] matrix = new double[(int) tensor.rows][(int) tensor.columns];
        bytes.position(dataStart + (int) tensor.begin);
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = bytes.getDouble();
            }
        }
        fields.tensor(tensor.name, matrix);
    }

    private UnreadableFileException error(String sentence) {
        return new UnreadableFileException(file + " is not a safetensors file of an adder: " + sentence);
    }
}
