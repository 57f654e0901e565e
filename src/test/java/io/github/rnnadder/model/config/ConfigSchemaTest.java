package io.github.rnnadder.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigSchemaTest {

    private final Schema schema = schema();

    private static Schema schema() {
        try (InputStream in = ConfigSchemaTest.class.getResourceAsStream("/META-INF/rnn-adder/adder.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean readerAccepts(String document) {
        try {
            ConfigReader.read(new ConfigSource(Path.of("adder.json"), document.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (ConfigException e) {
            return false;
        }
    }

    /** Every key with values of every type, and just inside and outside its range. */
    static List<String> documents() {
        List<String> documents =
                new ArrayList<>(List.of("{}", "[]", "1", "\"bits\"", "{\"bitz\": 8}", "{\"Bits\": 8}"));
        String[] values = """
                null, true, false, "8", "", [], {}, -1, 0, 1, 2, 3, 10, 11, 62, 63, 512, 513, 1000, 1001,
                1000000000, 1000000001, 9223372036854775807, 9223372036854775808, -9223372036854775808,
                -9223372036854775809, 0.5, 1.5, -0.5, 1e-3, 10.5, 0.1, 1e-300, "99.5%", "100%", "100.1%", "0%",
                "-1%", "1e1%", "99.5 %", "099.5%", "0.5", "uniform-fan-in", "uniform-symmetric",
                "uniform-positive", "UNIFORM_FAN_IN"
                """.strip().split(",\\s");
        for (String key : ConfigKey.names()) {
            for (String value : values) {
                documents.add("{\"" + key + "\": " + value + "}");
            }
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theSchemaAndTheReaderAcceptAndRefuseTheSame(String document) {
        assertThat(schema.validate(document, InputFormat.JSON).isEmpty()).isEqualTo(readerAccepts(document));
    }

    @Test
    void theDefaultsInTheSchemaAreThoseOfTheReader() throws Exception {
        StringBuilder document = new StringBuilder("{");
        for (String key : ConfigKey.names()) {
            String value =
                    schema.getSchemaNode().at("/properties/" + key + "/default").toString();
            document.append(document.length() > 1 ? "," : "").append("\"" + key + "\":" + value);
        }
        ConfigSource source = new ConfigSource(
                Path.of("adder.json"), document.append("}").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(ConfigReader.read(source)).isEqualTo(TrainingConfig.DEFAULTS);
    }

    @Test
    void theSchemaHasTheKeysOfTheReader() {
        assertThat(ConfigKey.names())
                .containsExactlyElementsOf(
                        schema.getSchemaNode().at("/properties").propertyNames());
    }

    @Test
    void everyKeyIsDescribed() {
        for (String key : ConfigKey.names()) {
            assertThat(schema.getSchemaNode()
                            .at("/properties/" + key + "/description")
                            .asString())
                    .isNotEmpty();
        }
    }

    @Test
    void thePageOnTheConfigHasItsKeysDefaultsAndRanges() throws Exception {
        List<String> rows = new ArrayList<>();
        for (ConfigKey key : ConfigKey.values()) {
            String value = schema.getSchemaNode()
                    .at("/properties/" + key.key + "/default")
                    .toString();
            rows.add("| `" + key.key + "` | " + value.replace('"', '`') + " | " + allowed(key) + " |");
        }

        assertThat(Files.readAllLines(Path.of("src/site/markdown/config.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.replaceFirst("[^|]*\\|$", "")))
                .containsExactlyElementsOf(rows);
    }

    private static String allowed(ConfigKey key) {
        String range = key.min + " to " + (key.max == 1_000_000_000 ? "10⁹" : key.max);
        return switch (key.kind) {
            case LONG -> "any 64-bit integer";
            case INTEGER, NUMBER -> range;
            case POSITIVE -> "above " + range;
            case FRACTION -> range + ", or `\"99.5%\"`";
            case BOOLEAN -> "true, false";
            case INITIALIZER ->
                Stream.of(Initializer.values())
                        .skip(1)
                        .map(it -> "`" + it.key() + "`")
                        .collect(Collectors.joining(", ", "also ", ""));
        };
    }
}
