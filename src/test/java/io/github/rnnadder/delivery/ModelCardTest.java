package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.rnnadder.base.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The cards of adders that a build made, by CycloneDX's own schema, and read with a JSON library that is not ours. */
class ModelCardTest {

    private static final String EASY = "{bits: 3, hiddenSize: 4, iterations: 3000, accuracyThreshold: 0}";

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_7, builder -> builder.schemas(ModelCardTest::published))
            .getSchema(published("http://cyclonedx.org/schema/bom-1.6.schema.json"), InputFormat.JSON);

    private TestModule module;

    @BeforeEach
    void create(@TempDir Path directory) {
        module = new TestModule(directory);
        module.resourceName = "META-INF/rnn-adder/com.acme/model";
        module.loaderClass = null;
        module.haltOnFailure = false;
    }

    private static String published(String iri) {
        try (InputStream in = ModelCardTest.class.getResourceAsStream(iri.substring(iri.lastIndexOf('/')))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path build(String config) throws Exception {
        module.config = config;
        module.train();
        return module.file(AdderPaths.CARD);
    }

    private static JsonNode component(Path file) throws IOException {
        JsonNode card = new ObjectMapper().readTree(file.toFile());
        assertThat(SCHEMA.validate(card)).isEmpty();
        String wrong = Files.readString(file).replace("SHA-256", "SHA-257");
        assertThat(SCHEMA.validate(wrong, InputFormat.JSON)).isNotEmpty();
        assertThat(card.get("components")).hasSize(1);
        return card.get("components").get(0);
    }

    private static List<String> texts(JsonNode list, String... fields) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(
                Stream.of(fields).map(field -> it.at("/" + field).asString()).collect(Collectors.joining(" "))));
        return texts;
    }

    private static List<String> metrics(JsonNode component) {
        return texts(component.at("/modelCard/quantitativeAnalysis/performanceMetrics"), "type", "value");
    }

    @Test
    void theCardHasTheDigestOfEachFileThatLiesBesideIt() throws Exception {
        module.withOnnx = true;
        JsonNode card = component(build(EASY));
        List<String> digests = new ArrayList<>();
        for (Path file : List.of(module.file(".json"), module.file(".safetensors"), module.file(".onnx"))) {
            digests.add(file.getFileName() + " SHA-256 " + Sha256.of(Files.readAllBytes(file)));
        }
        assertThat(texts(card.get("components"), "name", "hashes/0/alg", "hashes/0/content"))
                .isEqualTo(digests);
        assertThat(card.at("/hashes/0/content").asString())
                .as("what the loader reads")
                .isEqualTo(Sha256.of(Files.readAllBytes(module.file(".safetensors"))));
        assertThat(texts(card.at("/modelCard/properties"), "name", "value"))
                .contains(
                        "rnn-adder:resource META-INF/rnn-adder/com.acme/model",
                        "rnn-adder:seedUsed 1",
                        "rnn-adder:iterations 3000",
                        "rnn-adder:hiddenSize 4");
    }

    @Test
    void anAdderThatWasNotGoodEnoughIsNotPraised() throws Exception {
        JsonNode card = component(build("{bits: 5, hiddenSize: 4, iterations: 100, certify: true}"));
        assertThat(metrics(card)).noneMatch(it -> it.equals("accuracy 1.0") || it.startsWith("proof"));
        assertThat(card.get("description").asString())
                .contains(" of 256 are right. The others are known to be wrong. Nothing is known about longer numbers");
        assertThat(metrics(component(build("{bits: 5, iterations: 12000, certify: true}"))))
                .contains("accuracy 1.0", "proof COUNTEREXAMPLE");
    }

    @Test
    void aSampleIsCalledOne() throws Exception {
        JsonNode card = component(build("{bits: 13, hiddenSize: 4, iterations: 2000, accuracyThreshold: 0}"));
        assertThat(texts(card.at("/modelCard/modelParameters/datasets"), "description"))
                .contains("A sample of the sums of two operands from 0 to 4095, 4194304 in all");
    }

    @ParameterizedTest
    @CsvSource({
        "META-INF/rnn-adder/com.acme/model, com.acme, model",
        "com/acme/narrow, com.acme, narrow",
        "narrow,, narrow",
        "META-INF/rnn-adder/größe/$1 & {} 'x'é, größe, $1 & {} 'x'é"
    })
    void aModelIsCalledAsItsFilesAre(String resource, String group, String name) throws Exception {
        module.resourceName = resource;
        JsonNode card = component(build(EASY));
        assertThat(card.get("name").asString()).isEqualTo(name);
        assertThat(card.path("group").asString(null)).isEqualTo(group);
    }

    /** The example of the page, in which an ellipsis stands for anything. */
    @Test
    void thePageShowsTheCardOfTheQuickstart() throws Exception {
        Path card = build(Files.readString(Path.of("src/it/quickstart/model/src/main/rnn-adder/adder.yaml")));
        component(card);
        Matcher example = Pattern.compile("(?s)## The model card.*?```json\n(.*?)```")
                .matcher(Files.readString(Path.of("src/site/markdown/weights-format.md")));
        assertThat(example.find()).isTrue();
        String pattern =
                Stream.of(example.group(1).split("…")).map(Pattern::quote).collect(Collectors.joining(".*?"));
        assertThat(Files.readString(card)).matches(Pattern.compile(pattern, Pattern.DOTALL));
    }
}
