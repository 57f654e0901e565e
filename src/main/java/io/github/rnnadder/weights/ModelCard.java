package io.github.rnnadder.weights;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.network.TensorBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a model card: a <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX</a> bill of materials with one
 * component, for tools that list the components of software. It contains no time and no random serial number, so the
 * same network has the same card.
 *
 * @param model the network
 * @param resource the path of its files in the jar, without their extensions
 * @param digests the SHA-256 of each of its files, by file name
 */
public record ModelCard(TrainedModel model, String resource, Map<String, String> digests) {

    private static final String PLUGIN = "rnn-adder-maven-plugin";

    // Escapes also write names that are not valid Unicode, which Windows allows.
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

    /** Returns the content of the file. */
    public byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(lines)
                    .withArrayIndenter(lines));
            write(json, bill());
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private Map<String, Object> bill() {
        Map<String, Object> plugin = object(
                entry("type", "application"),
                entry("group", "io.github.rnnadder"),
                entry("name", PLUGIN),
                entry("version", model.provenance().pluginVersion()));
        return object(
                entry("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json"),
                entry("bomFormat", "CycloneDX"),
                entry("specVersion", "1.6"),
                entry("version", 1),
                entry("metadata", object(entry("tools", object(entry("components", List.of(plugin)))))),
                entry("components", List.of(component())));
    }

    private Map<String, Object> component() {
        String path = resource.replaceFirst("^META-INF/rnn-adder/", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        Map<String, Object> component = object(
                entry("type", "machine-learning-model"),
                entry("bom-ref", "rnn-adder:" + TensorBytes.sha256(model.weights())));
        if (path.length() > name.length()) {
            component.put("group", path.substring(0, path.lastIndexOf('/')).replace('/', '.'));
        }
        component.putAll(object(
                entry("name", name),
                entry(
                        "description",
                        "Adds two numbers, one bit of each per step. "
                                + model.assessment().sentences()),
                entry("hashes", hashes(Objects.requireNonNull(digests.get(name + WeightsFile.SAFETENSORS)))),
                entry("components", files()),
                entry(
                        "modelCard",
                        object(
                                entry("modelParameters", parameters()),
                                entry("quantitativeAnalysis", object(entry("performanceMetrics", metrics()))),
                                entry("considerations", considerations()),
                                entry("properties", properties())))));
        return component;
    }

    private List<Object> files() {
        List<Object> files = new ArrayList<>();
        digests.forEach((name, sha256) ->
                files.add(object(entry("type", "file"), entry("name", name), entry("hashes", hashes(sha256)))));
        return files;
    }

    private static List<Object> hashes(String sha256) {
        return List.of(object(entry("alg", "SHA-256"), entry("content", sha256)));
    }

    private Map<String, Object> parameters() {
        return object(
                entry("approach", object(entry("type", "supervised"))),
                entry("task", "addition of two natural numbers"),
                entry("architectureFamily", "recurrent neural network"),
                entry(
                        "modelArchitecture",
                        "Elman network, h_t = tanh(W h_(t-1) + U x_t) and p_t = sigma(V h_t), of "
                                + model.weights().hiddenSize() + " hidden units without biases: "
                                + model.weights().count() + " weights in double precision"),
                entry("datasets", List.of(trainingSums(), measuredSums())),
                entry(
                        "inputs",
                        List.of(object(entry("format", "the bits of both operands, the least significant first")))),
                entry(
                        "outputs",
                        List.of(object(
                                entry("format", "p_t for each bit of the sum, which is 1 if and only if p_t > 0.5")))));
    }

    private Map<String, Object> trainingSums() {
        return object(
                entry("type", "dataset"),
                entry("name", "training sums"),
                entry(
                        "description",
                        "One sum for each of " + model.provenance().config().iterations()
                                + " iterations, with operands drawn uniformly from 0 to " + largest()
                                + " by a generator with the seed "
                                + model.provenance().seedUsed()
                                + "; no data was collected"));
    }

    private Map<String, Object> measuredSums() {
        return object(
                entry("type", "dataset"),
                entry("name", "measured sums"),
                entry(
                        "description",
                        (model.assessment().accuracy().sampled() ? "A sample of the sums" : "Every sum")
                                + " of two operands from 0 to " + largest() + ", "
                                + model.assessment().accuracy().total() + " in all"));
    }

    private List<Object> metrics() {
        Accuracy accuracy = model.assessment().accuracy();
        List<Object> metrics = new ArrayList<>(List.of(
                metric("accuracy", accuracy.share(), "measured sums"),
                metric("correct sums", accuracy.correct(), "measured sums"),
                metric("mean loss", model.assessment().evaluation().loss(), "measured sums")));
        model.certificate().ifPresent(status -> metrics.add(metric("proof", status, "sums of any length")));
        return metrics;
    }

    private static Map<String, Object> metric(String type, Object value, String slice) {
        return object(entry("type", type), entry("value", SafetensorsWeights.text(value)), entry("slice", slice));
    }

    private Map<String, Object> considerations() {
        List<String> limitations = new ArrayList<>(List.of(
                "It does not add negative numbers.",
                "A probability of exactly 0.5 means 0; rounding it up gives wrong sums.",
                "It does not replace the addition of a processor, which is exact and far faster."));
        if (model.assessment().certificate().isEmpty()) {
            limitations.add(0, model.assessment().sentences());
        }
        return object(
                entry(
                        "useCases",
                        List.of(
                                "Adding numbers with a network that a build has trained, measured and checked",
                                "Trying out machine learning as a build step, with a network small enough to be checked completely")),
                entry("technicalLimitations", limitations));
    }

    private List<Object> properties() {
        List<Object> properties = new ArrayList<>(List.of(property("resource", resource)));
        SafetensorsWeights.metadata(model).forEach((key, value) -> properties.add(property(key, value)));
        return properties;
    }

    private static Map<String, Object> property(String key, String value) {
        return object(entry("name", "rnn-adder:" + key), entry("value", value));
    }

    private long largest() {
        return (1L << model.bits() - 1) - 1;
    }

    @SafeVarargs
    private static Map<String, Object> object(Map.Entry<String, Object>... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : fields) {
            object.put(field.getKey(), field.getValue());
        }
        return object;
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                json.writeFieldName((String) field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else {
            json.writePOJO(value);
        }
    }
}
