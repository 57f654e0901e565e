package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.rnnadder.json.JsonErrors;
import io.github.rnnadder.text.Excerpt;
import io.github.rnnadder.text.Numerals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Reads an adder from safetensors, whoever wrote it: the tensors U, W and V in any order, and bits in the metadata. */
final class SafetensorsReader {

    /** An adder's header has a hundred. Names without number would fill any memory. */
    private static final long MAX_TOKENS = 10_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
            .build();

    /** The length of the header that the format allows at most. */
    private static final long MAX_HEADER = 100_000_000;

    private static final Set<String> NAMES = Set.of("U", "W", "V");

    private final String file;
    private final ByteBuffer bytes;
    private final ModelFields fields;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();

    /** A tensor as the header describes it; the offsets count from the end of the header. */
    private record Tensor(String name, String dtype, List<Long> shape, List<Long> offsets) {}

    private SafetensorsReader(String file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.fields = new ModelFields(file);
    }

    static StoredAdder read(String file, byte[] bytes) throws WeightsException {
        return new SafetensorsReader(file, bytes).parse();
    }

    private StoredAdder parse() throws WeightsException {
        int dataStart = Long.BYTES + headerLength();
        try (JsonParser json = FACTORY.createParser(bytes.array(), Long.BYTES, dataStart - Long.BYTES)) {
            header(json);
        } catch (JsonProcessingException e) {
            throw error("in its header: " + JsonErrors.complaint(e));
        } catch (IOException e) {
            // Undecodable bytes: Jackson gives them no location.
            throw error("its header is no JSON in UTF-8");
        }
        tensors.sort(Comparator.comparing(tensor -> tensor.offsets().get(0)));
        long end = 0;
        for (Tensor tensor : tensors) {
            if (tensor.offsets().get(0) != end) {
                throw error("tensor " + tensor.name() + " begins at byte "
                        + tensor.offsets().get(0) + "; expected " + end + ", without gaps or overlaps");
            }
            end = read(tensor, dataStart);
        }
        if (end != bytes.limit() - dataStart) {
            throw error("the tensors end at byte " + end + "; the file has " + (bytes.limit() - dataStart)
                    + " bytes of data");
        }
        return fields.assemble(metadata, metadata);
    }

    private int headerLength() throws WeightsException {
        if (bytes.limit() < Long.BYTES) {
            throw error("it has " + bytes.limit() + " bytes; a safetensors file begins with 8 bytes of header length");
        }
        long length = bytes.getLong();
        long most = Math.min(MAX_HEADER, bytes.limit() - Long.BYTES);
        if (length < 2 || length > most) {
            throw error("its header length is " + Long.toUnsignedString(length) + "; allowed is 2 to " + most);
        }
        if (bytes.get(Long.BYTES) != '{') {
            throw error("its header does not begin with '{'");
        }
        return (int) length;
    }

    private void header(JsonParser json) throws IOException, WeightsException {
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw error("'" + Excerpt.of(name) + "' in its header is no object");
            }
            if (name.equals("__metadata__")) {
                metadata(json);
            } else {
                tensors.add(tensor(json, name));
            }
        }
        if (json.nextToken() != null) {
            throw error("something follows the end of its header");
        }
    }

    private void metadata(JsonParser json) throws IOException, WeightsException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw error("the metadata '" + Excerpt.of(key) + "' is no string");
            }
            String value = json.getText();
            switch (key) {
                case "format" -> fields.format(value);
                case "version" -> fields.version(integer(key, value));
                case "bits" -> fields.bits(integer(key, value));
                case "hiddenSize" -> fields.hiddenSize(integer(key, value));
                case "certify" -> metadata.put(key, bool(value));
                default -> metadata.put(key, value);
            }
        }
        metadata.values().removeIf("null"::equals);
    }

    private String bool(String value) throws WeightsException {
        if (!value.equals("true") && !value.equals("false")) {
            throw error("the metadata 'certify' is '" + Excerpt.of(value) + "'; allowed is true or false");
        }
        return value;
    }

    private long integer(String key, String value) throws WeightsException {
        return Numerals.integer(value)
                .orElseThrow(() -> error(
                        "the metadata '" + key + "' is '" + Excerpt.of(value) + "'; expected an integer such as 8"));
    }

    private Tensor tensor(JsonParser json, String name) throws IOException, WeightsException {
        if (!NAMES.contains(name)) {
            throw error("unknown tensor '" + Excerpt.of(name) + "'; allowed are U, W and V");
        }
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> dtype = text(json, name);
                case "shape" -> shape = pair(json, name, key);
                case "data_offsets" -> offsets = pair(json, name, key);
                default -> throw error("tensor " + name + " has the unknown field '" + Excerpt.of(key) + "'");
            }
        }
        if (dtype == null || shape == null || offsets == null) {
            throw error("tensor " + name + " needs dtype, shape and data_offsets");
        }
        return new Tensor(name, dtype, shape, offsets);
    }

    private String text(JsonParser json, String name) throws IOException, WeightsException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw error("dtype of tensor " + name + " is no string");
        }
        return json.getText();
    }

    private List<Long> pair(JsonParser json, String name, String key) throws IOException, WeightsException {
        List<Long> values = new ArrayList<>();
        boolean valid = json.currentToken() == JsonToken.START_ARRAY;
        while (valid && json.nextToken() != JsonToken.END_ARRAY) {
            OptionalLong value = JsonErrors.integer(json);
            valid = value.orElse(-1) >= 0 && values.size() < 2;
            value.ifPresent(values::add);
        }
        if (!valid || values.size() != 2) {
            throw error(key + " of tensor " + name + " is not two non-negative integers");
        }
        return values;
    }

    /** Reads a tensor and returns where it ends. */
    private long read(Tensor tensor, int dataStart) throws WeightsException {
        if (!tensor.dtype().equals("F64")) {
            throw error("tensor " + tensor.name() + " is of dtype " + Excerpt.of(tensor.dtype()) + "; allowed is F64");
        }
        long rows = tensor.shape().get(0);
        long columns = tensor.shape().get(1);
        if (rows > AdderModel.MAX_HIDDEN_SIZE || columns > AdderModel.MAX_HIDDEN_SIZE) {
            throw error("tensor " + tensor.name() + " is " + rows + "×" + columns + "; allowed is at most "
                    + AdderModel.MAX_HIDDEN_SIZE + " each way");
        }
        long begin = tensor.offsets().get(0);
        long end = tensor.offsets().get(1);
        if (end > bytes.limit() - dataStart || end - begin != Double.BYTES * rows * columns) {
            throw error("tensor " + tensor.name() + " of " + rows + "×" + columns + " doubles lies at bytes " + begin
                    + " to " + end + " of " + (bytes.limit() - dataStart));
        }
        double[][] matrix = new double[(int) rows][(int) columns];
        bytes.position(dataStart + (int) begin);
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = bytes.getDouble();
            }
        }
        fields.tensor(tensor.name(), matrix);
        return end;
    }

    private WeightsException error(String sentence) {
        return new WeightsException(file + " is no safetensors file of an adder: " + sentence);
    }
}
