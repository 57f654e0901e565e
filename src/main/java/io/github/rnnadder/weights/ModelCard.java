package io.github.rnnadder.weights;

import static io.github.rnnadder.weights.JsonText.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.network.TensorBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Writes a model card: a <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX</a> bill of materials with one
 * component, for tools that list the components of software. It contains no time and no random serial number, so the
 * same network always has the same card.
 *
 * @param model the network
 * @param resource the path of the network's files in the jar, without their extensions
 * @param digests the SHA-256 of each file of the network, by file name
 */
public record ModelCard(TrainedModel model, String resource, Map<String, String> digests) {

    // The address is not in the text block, because tools that describe the plugin take // for a comment there.
    private static final String SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json";

    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

    /** Returns the model card as a JSON file. */
    public byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonParser bill = JsonText.FACTORY.createParser(bill());
                JsonGenerator json = JsonText.FACTORY.createGenerator(out)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(lines)
                    .withArrayIndenter(lines));
            bill.nextToken();
            json.copyCurrentStructure(bill);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new IllegalStateException("The card is well-formed, and writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private String bill() {
        String path = resource.replaceFirst("^META-INF/rnn-adder/", "");
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        return """
                {"$schema": "%s",
                 "bomFormat": "CycloneDX",
                 "specVersion": "1.6",
                 "version": 1,
                 "metadata": {"tools": {"components": [{
                   "type": "application",
                   "group": "io.github.rnnadder",
                   "name": "rnn-adder-maven-plugin",
                   "version": %s}]}},
                 "components": [{
                   "type": "machine-learning-model",
                   "bom-ref": "rnn-adder:%s",
                   %s
                   "name": %s,
                   "description": %s,
                   "hashes": %s,
                   "components": %s,
                   "modelCard": {
                     "modelParameters": %s,
                     "quantitativeAnalysis": {"performanceMetrics": %s},
                     "considerations": %s,
                     "properties": %s}}]}
                """.formatted(
                SCHEMA,
                json(model.provenance().pluginVersion()),
                TensorBytes.sha256(model.weights()),
                slash < 0 ? "" : "\"group\": " + json(path.substring(0, slash).replace('/', '.')) + ",",
                json(name),
                json("Adds two numbers, one bit of each per step. "
                        + model.assessment().sentences()),
                hashes(Objects.requireNonNull(digests.get(name + WeightsFile.SAFETENSORS))),
                list(
                        digests,
                        (file, sha256) -> "{\"type\": \"file\", \"name\": %s, \"hashes\": %s}"
                                .formatted(json(file), hashes(sha256))),
                parameters(),
                metrics(),
                considerations(),
                properties());
    }

    private static String hashes(String sha256) {
        return "[{\"alg\": \"SHA-256\", \"content\": " + json(sha256) + "}]";
    }

    private String parameters() {
        Accuracy accuracy = model.assessment().accuracy();
        String operands = "0 to " + ((1L << model.bits() - 1) - 1);
        return """
                {"approach": {"type": "supervised"},
                 "task": "addition of two natural numbers",
                 "architectureFamily": "recurrent neural network",
                 "modelArchitecture": "Elman network, h_t = tanh(W h_(t-1) + U x_t) and p_t = sigma(V h_t), of \
                %s hidden units without biases: %s weights in double precision",
                 "datasets": [
                   {"type": "dataset",
                    "name": "training sums",
                    "description": "One sum for each of %s iterations, with operands drawn uniformly from %s \
                by a generator with the seed %s; no data was collected"},
                   {"type": "dataset",
                    "name": "measured sums",
                    "description": "%s of two operands from %s, %s in all"}],
                 "inputs": [{"format": "the bits of both operands, the least significant first"}],
                 "outputs": [{"format": "p_t for each bit of the sum, which is 1 if and only if p_t > 0.5"}]}
                """.formatted(
                        model.weights().hiddenSize(),
                        model.weights().count(),
                        model.provenance().config().iterations(),
                        operands,
                        model.provenance().seedUsed(),
                        accuracy.sampled() ? "A sample of the sums" : "Every sum",
                        operands,
                        accuracy.total());
    }

    private String metrics() {
        Assessment assessment = model.assessment();
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("accuracy", assessment.accuracy().share());
        metrics.put("correct sums", assessment.accuracy().correct());
        metrics.put("mean loss", assessment.evaluation().loss());
        model.proofStatus().ifPresent(status -> metrics.put("proof", status));
        return list(
                metrics,
                (type, value) -> "{\"type\": %s, \"value\": %s, \"slice\": %s}"
                        .formatted(
                                json(type),
                                json(JsonText.text(value)),
                                json(type.equals("proof") ? "sums of any length" : "measured sums")));
    }

    private String considerations() {
        Assessment assessment = model.assessment();
        return """
                {"useCases": [
                   "Adding numbers with a network that a build has trained, measured and checked",
                   "Trying out machine learning as a build step, with a network small enough to be checked completely"],
                 "technicalLimitations": [
                   %s
                   "It does not add negative numbers.",
                   "A probability of exactly 0.5 means 0; rounding it up gives wrong sums.",
                   "It does not replace the addition of a processor, which is exact and far faster."]}
                """.formatted(assessment.certificate().isPresent() ? "" : json(assessment.sentences()) + ",");
    }

    private String properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("resource", resource);
        properties.putAll(SafetensorsWeights.metadata(model));
        return list(
                properties,
                (key, value) -> "{\"name\": %s, \"value\": %s}".formatted(json("rnn-adder:" + key), json(value)));
    }

    private static <T> String list(Map<String, T> fields, BiFunction<String, T, String> element) {
        return fields.entrySet().stream()
                .map(field -> element.apply(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",\n", "[", "]"));
    }
}
