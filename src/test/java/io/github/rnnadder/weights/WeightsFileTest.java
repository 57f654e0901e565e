package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.model.network.TensorBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class WeightsFileTest {

    private static final String SMALL =
            "\"format\":\"rnn-adder-weights\",\"version\":1,\"bits\":8,\"hiddenSize\":1,\"U\":[[1,2]],\"W\":[[3]],\"V\":[[4]]";

    @TempDir
    Path directory;

    private WeightsFile reread(String name, byte[] bytes) throws Exception {
        return WeightsFile.read(Files.write(directory.resolve(name), bytes));
    }

    private void refuses(String name, byte[] bytes, String sentence) {
        assertThatThrownBy(() -> reread(name, bytes))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(directory.resolve(name).toString())
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    private void refusesJson(String json, String sentence) {
        refuses("m.json", json.getBytes(StandardCharsets.UTF_8), sentence);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 65})
    void bothFormatsGiveBackTheSameBits(int h) throws Exception {
        TrainedModel model = Models.model(8, h, 42);
        byte[] expected = TensorBytes.bytes(model.weights());
        WeightsFile json = reread("m.json", JsonWeights.write(model));
        WeightsFile safetensors = reread("m.safetensors", SafetensorsWeights.write(model));
        assertThat(TensorBytes.bytes(json.weights())).isEqualTo(expected);
        assertThat(TensorBytes.bytes(safetensors.weights())).isEqualTo(expected);
        assertThat(json.bits()).isEqualTo(safetensors.bits()).isEqualTo(8);
    }

    @Test
    void theJsonHasTheFieldsOfTheContractForAnyOtherReader() throws Exception {
        TrainedModel model = Models.model(8, 3, 1);
        JsonNode json = new ObjectMapper().readTree(JsonWeights.write(model));
        assertThat(json.propertyNames())
                .containsExactly("format", "version", "bits", "hiddenSize", "U", "W", "V", "training", "evaluation");
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(json.get("W").get(i).get(j).doubleValue())
                        .isEqualTo(model.weights().w()[i][j]);
            }
            assertThat(json.get("U").get(i)).hasSize(2);
            assertThat(json.get("V").get(0).get(i).doubleValue())
                    .isEqualTo(model.weights().v()[i]);
        }
        assertThat(json.get("training").get("seed").intValue()).isEqualTo(-7);
        assertThat(json.get("evaluation").get("firstPerfectWindow").isNull()).isTrue();
    }

    @Test
    void theJsonHasARowOnALineAndUnixLineEnds() {
        String text = new String(JsonWeights.write(Models.model(8, 16, 1)), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\r").endsWith("}\n");
        assertThat(text.lines().filter(line -> line.startsWith("    ["))).hasSize(16 + 16 + 1);
    }

    /** The format as https://github.com/huggingface/safetensors publishes it. */
    @Test
    void theSafetensorsAreAsThePublishedFormatWantsThem() throws Exception {
        TrainedModel model = Models.model(9, 5, 3);
        ByteBuffer file = ByteBuffer.wrap(SafetensorsWeights.write(model)).order(ByteOrder.LITTLE_ENDIAN);
        long headerLength = file.getLong();
        assertThat(headerLength % 8).isZero();
        byte[] header = new byte[(int) headerLength];
        file.get(header);
        assertThat(header[0]).isEqualTo((byte) '{');
        assertThat(new String(header, StandardCharsets.UTF_8).stripTrailing()).endsWith("}");
        JsonNode json = new ObjectMapper().readTree(header);
        int[][] shapes = {{5, 2}, {5, 5}, {1, 5}};
        int end = 0;
        for (int k = 0; k < 3; k++) {
            JsonNode tensor = json.get(new String[] {"U", "W", "V"}[k]);
            assertThat(tensor.get("dtype").asString()).isEqualTo("F64");
            assertThat(tensor.get("shape").toString()).isEqualTo("[" + shapes[k][0] + "," + shapes[k][1] + "]");
            assertThat(tensor.get("data_offsets").get(0).asInt()).isEqualTo(end);
            end += 8 * shapes[k][0] * shapes[k][1];
            assertThat(tensor.get("data_offsets").get(1).asInt()).isEqualTo(end);
        }
        assertThat(file.remaining()).isEqualTo(end);
        assertThat(file.getDouble()).isEqualTo(model.weights().u()[0][0]);
        assertThat(file.getDouble()).isEqualTo(model.weights().u()[0][1]);
        JsonNode metadata = json.get("__metadata__");
        metadata.forEach(value -> assertThat(value.isString()).isTrue());
        assertThat(metadata.get("bits").asString()).isEqualTo("9");
        assertThat(metadata.get("learningRate").asString()).isEqualTo("0.1");
    }

    @Test
    void jsonOfAnotherProgramNeedsOnlyTheFormatBitsHiddenSizeAndWeights() throws Exception {
        String foreign = "{\"author\":{\"name\":[1]}," + SMALL.replace("\"version\":1,", "") + "}";
        WeightsFile model = reread("m.json", foreign.getBytes(StandardCharsets.UTF_8));
        assertThat(model.weights().w()[0][0]).isEqualTo(3);
    }

    @Test
    void safetensorsOfAnotherProgramMayOrderItsTensorsOtherwise() throws Exception {
        String header =
                "{\"V\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[0,8]},\"__metadata__\":{\"format\":\"rnn-adder-weights\",\"bits\":\"8\",\"hiddenSize\":\"1\"},"
                        + "\"W\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[24,32]},\"U\":{\"dtype\":\"F64\",\"shape\":[1,2],\"data_offsets\":[8,24]}}";
        WeightsFile model = reread("m.safetensors", safetensors(header, 4, 1, 2, 3));
        assertThat(model.weights().v()[0]).isEqualTo(4);
        assertThat(model.weights().u()[0][1]).isEqualTo(2);
        assertThat(model.weights().w()[0][0]).isEqualTo(3);
    }

    private static byte[] safetensors(String header, double... data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + json.length + 8 * data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(json.length).put(json);
        for (double value : data) {
            file.putDouble(value);
        }
        return file.array();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"bits\":8 | \"bits\":1 | line 1, column 50: bits is 1; it must be an integer from 2 to 62",
                "\"bits\":8 | \"bits\":\"8\" | bits is the string \"8\"; it must be an integer from 2 to 62",
                "\"bits\":8 | \"bits\":99999999999999999999 | line 1, column 50: bits is 99999999999999999999; it must be an integer from 2 to 62",
                "\"hiddenSize\":1 | \"hiddenSize\":2 | U has 1 rows; with hiddenSize 2 it must be 2×2",
                "\"hiddenSize\":1 | \"hiddenSize\":513 | hiddenSize is 513; it must be an integer from 1 to 512",
                "\"version\":1 | \"version\":2 | version is 2; it must be 1",
                "rnn-adder-weights | other | format is 'other'; it must be 'rnn-adder-weights'",
                "[[3]] | [[1e999]] | W[0][0] is Infinity; it must be a finite number of at most",
                "[[3]] | [[NaN]] | malformed JSON: Non-standard token 'NaN'",
                "[[3]] | [[null]] | W[0][0] is null; it must be a number",
                "[[3]] | [3] | W[0] is 3; it must be a list of at most 512 numbers",
                "[[3]] | [[3,4]] | W has a row of 2; with hiddenSize 1 it must be 1×1",
                "[[3]] | {} | W is an object; it must be a list of at most 512 rows",
                "\"bits\":8, | `` | has no 'bits'",
                "\"V\":[[4]] | \"V\":[[4]],\"V\":[[4]] | Duplicate field 'V'",
                "\"V\":[[4]] | \"V\":[[4]]}x{ | malformed JSON",
                "\"rnn-adder-weights\" | 8 | format is 8; it must be \"rnn-adder-weights\"",
                "\"bits\":8 | \"bits\":8,\"training\":{\"certify\":\"true\"} | training.certify is the string \"true\"; it must be true or false",
            })
    void wrongJsonIsRefusedInOneSentence(String part, String wrong, String sentence) {
        refusesJson("{" + SMALL.replace(part, wrong) + "}", sentence);
    }

    @Test
    void jsonThatExceedsALimitIsRefusedAtItsPlace() {
        String rows = SMALL.replace("[[3]]", "[" + "[3],".repeat(512) + "[3]]");
        refusesJson("{" + rows + "}", ": W[512] is a list; it must be a list");
        String numbers = SMALL.replace("[[3]]", "[[" + "3,".repeat(512) + "3]]");
        refusesJson("{" + numbers + "}", ": W[0][512] is 3; it must be a list");
        String deep = "{" + SMALL + ",\n\"more\":" + "[".repeat(1001);
        refusesJson(deep, ", line 2, column 1009: Document nesting depth (1001)");
        String named = "{" + SMALL + ",\n\"" + "m".repeat(50_001) + "\":1}";
        refusesJson(named, ", line 2, column 50007: Name length (50001)");
        String integer = "{\n\"bits\":" + "3".repeat(5000) + "}";
        refusesJson(integer, ", line 2, column 5009: found a number with 5000 digits; it must have at most 1000");
        String weight = "{" + SMALL.replace("[[3]]", "[[" + "3".repeat(5000) + "]]") + "}";
        refusesJson(weight, ": found a number with 5000 digits; it must have at most 1000");
        refusesJson("", ", line 1, column 1: found the end; it must be an object");
        refusesJson("\n ", ", line 2, column 2: found the end");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"F64\" | [\"F64\"] | U.dtype is a list; it must be \"F64\"",
                "F64 | F32 | tensor U is of dtype F32; it must be F64",
                "[0,16] | [8,24] | tensor U begins at byte 8; expected 0, without gaps or overlaps",
                "[16,24] | [8,16] | tensor W begins at byte 8; expected 16, without gaps or overlaps",
                "[24,32] | [24,40] | tensor V of 1×1 doubles lies at bytes 24 to 40 of 32",
                "[24,32] | [24,9223372036854775807] | lies at bytes 24 to 9223372036854775807 of 32",
                "[24,32] | [-8,32] | V.data_offsets[0] is -8; it must be an integer from 0 to",
                "[1,1],\"data_offsets\":[24 | [4294967296,4294967296],\"data_offsets\":[24 | it must be at most 512 each way",
                "[16,24] | [16,32] | tensor W of 1×1 doubles lies at bytes 16 to 32 of 32",
                "[1,2] | [1,2,1] | U.shape[2] is 1; it must be a list of two integers",
                "[1,1] | [1] | W.shape is the end of the list; it must be a list of two integers",
                ",\"V\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[24,32]} | `` | the tensors end at byte 24; the file has 32 bytes of data",
                "\"bits\":\"8\" | \"certify\":\"yes\" | __metadata__.certify is the string \"yes\"; it must be \"true\" or \"false\"",
                "\"V\": | \"X\": | X is an object; it must be named U, W, V or __metadata__",
                "\"V\": | \"W\": | Duplicate field 'W'",
                "\"bits\":\"8\" | \"bits\":\"eight\" | __metadata__.bits is the string \"eight\"; it must be a string with an integer from 2",
                "\"bits\":\"8\" | \"bits\":8 | __metadata__.bits is 8; it must be a string",
                "\"format\":\"rnn-adder-weights\", | `` | has no 'format'",
            })
    void wrongSafetensorsAreRefusedInOneSentence(String part, String wrong, String sentence) {
        String header =
                "{\"__metadata__\":{\"format\":\"rnn-adder-weights\",\"bits\":\"8\",\"hiddenSize\":\"1\"},\"U\":{\"dtype\":\"F64\",\"shape\":[1,2],\"data_offsets\":[0,16]},"
                        + "\"W\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[16,24]},\"V\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[24,32]}}";
        int at = header.indexOf(part);
        assertThat(at).isNotNegative();
        String broken = header.substring(0, at) + wrong + header.substring(at + part.length());
        refuses("m.safetensors", safetensors(broken, 1, 2, 3, 4), sentence);
    }

    @Test
    void aNanInSafetensorsIsRefused() {
        byte[] bytes = SafetensorsWeights.write(Models.model(8, 2, 1));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(bytes.length - 8, Double.NaN);
        refuses("m.safetensors", bytes, "V[0][1] is NaN; it must be a finite number of at most");
    }

    @Test
    void headerLengthsOutsideTheFileAreRefused() {
        byte[] bytes = SafetensorsWeights.write(Models.model(8, 2, 1));
        for (long length : new long[] {0, 1, bytes.length, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
            refuses("m.safetensors", bytes, "its header length is " + Long.toUnsignedString(length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.json", "m.safetensors"})
    void aFileCutOffAnywhereIsRefused(String name) throws Exception {
        TrainedModel model = Models.model(8, 2, 1);
        byte[] bytes = name.endsWith("json") ? JsonWeights.write(model) : SafetensorsWeights.write(model);
        for (int length = 0; length < bytes.length - 2; length++) {
            refuses(name, Arrays.copyOf(bytes, length), name);
        }
    }

    @Test
    void anotherEndingAMissingFileAndADirectoryAreRefused() throws Exception {
        refuses("m.npz", new byte[8], "ends neither in .json nor in .safetensors");
        assertThatThrownBy(() -> WeightsFile.read(directory.resolve("none.json")))
                .hasMessageContaining("does not exist");
        Files.createDirectory(directory.resolve("d.json"));
        assertThatThrownBy(() -> WeightsFile.read(directory.resolve("d.json")))
                .hasMessageContaining("is a directory; expected the weights of an adder");
    }
}
