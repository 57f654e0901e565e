package io.github.rnnadder.delivery;

import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.loader.Evidence;
import io.github.rnnadder.loader.LoadedWeights;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.loader.LoaderSource;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateWriter;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.weights.AdderModel;
import io.github.rnnadder.weights.JsonWeights;
import io.github.rnnadder.weights.ModelCard;
import io.github.rnnadder.weights.OnnxWeights;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.WeightsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that an adder consists of: its weights in two formats or three, its certificate, its model card, its
 * loader.
 *
 * @param request where they go
 */
record AdderFiles(TrainRequest request) {

    /** Returns the files with their contents. */
    List<Output> outputs(AdderModel model, Optional<Certificate> certificate, Evidence evidence) {
        byte[] safetensors = SafetensorsWeights.write(model);
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output(resource(request.json()), JsonWeights.write(model)));
        outputs.add(new Output(resource(request.safetensors()), safetensors));
        if (request.withOnnx()) {
            outputs.add(new Output(resource(request.onnx()), OnnxWeights.write(model, Precision.DOUBLE)));
        }
        certificate
                .map(proof -> new Output(resource(request.certificate()), CertificateWriter.write(proof)))
                .ifPresent(outputs::add);
        outputs.add(new Output(resource(request.card()), card(model, evidence, outputs)));
        request.loaderClass()
                .map(loader ->
                        new Output(request.places().loader(loader), loader(loader, model, safetensors, evidence)))
                .ifPresent(outputs::add);
        return outputs;
    }

    /** Returns all places that an adder of this request may take. */
    List<Place> places() {
        List<Place> places = new ArrayList<>(List.of(
                resource(request.json()),
                resource(request.safetensors()),
                resource(request.certificate()),
                resource(request.card()),
                resource(request.onnx())));
        request.loaderClass().map(request.places()::loader).ifPresent(places::add);
        return places;
    }

    /** Returns the files that may be attached. */
    Outcome.Files shipped(boolean certified) {
        return new Outcome.Files(
                request.json(),
                request.safetensors(),
                request.card(),
                request.withOnnx() ? Optional.of(request.onnx()) : Optional.empty(),
                certified ? Optional.of(request.certificate()) : Optional.empty());
    }

    private Place resource(Path file) {
        Path name = request.places().outputDirectory().relativize(file);
        return new Place(file, request.places().classesDirectory().resolve(name));
    }

    private byte[] card(AdderModel model, Evidence evidence, List<Output> others) {
        Map<String, String> digests = new LinkedHashMap<>();
        others.forEach(it -> digests.put(it.place().file().getFileName().toString(), Sha256.of(it.content())));
        return new ModelCard(model, request.resourceName().name(), evidence.sentences(), digests).write();
    }

    private byte[] loader(LoaderClass loader, AdderModel model, byte[] safetensors, Evidence evidence) {
        LoadedWeights weights = new LoadedWeights(
                request.resourceName().name() + WeightsFile.SAFETENSORS,
                Sha256.of(safetensors),
                SafetensorsWeights.tensorsOffset(safetensors),
                model.weights().hiddenSize(),
                evidence);
        return LoaderSource.generate(loader, weights);
    }
}
