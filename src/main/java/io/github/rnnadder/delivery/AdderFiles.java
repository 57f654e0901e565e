package io.github.rnnadder.delivery;

import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.loader.Evidence;
import io.github.rnnadder.loader.LoadedWeights;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.loader.LoaderSource;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateWriter;
import io.github.rnnadder.weights.JsonWeights;
import io.github.rnnadder.weights.ModelCard;
import io.github.rnnadder.weights.OnnxWeights;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import io.github.rnnadder.weights.WeightsFile;
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
    List<TrainOutput> of(TrainedModel model, Optional<Certificate> certificate, Evidence evidence) {
        byte[] safetensors = SafetensorsWeights.write(model);
        List<TrainOutput> outputs = new ArrayList<>();
        outputs.add(resource(WeightsFile.JSON, JsonWeights.write(model)));
        outputs.add(resource(WeightsFile.SAFETENSORS, safetensors));
        request.onnx()
                .map(precision -> resource(AdderPaths.ONNX, OnnxWeights.write(model, precision)))
                .ifPresent(outputs::add);
        certificate
                .map(proof -> resource(AdderPaths.CERTIFICATE, CertificateWriter.write(proof)))
                .ifPresent(outputs::add);
        outputs.add(resource(AdderPaths.CARD, card(model, evidence, outputs)));
        request.loaderClass()
                .map(loader ->
                        new TrainOutput(request.loader().orElseThrow(), loader(loader, model, safetensors, evidence)))
                .ifPresent(outputs::add);
        return outputs;
    }

    private TrainOutput resource(String ending, byte[] content) {
        return new TrainOutput(request.adder().file(ending), content);
    }

    private byte[] card(TrainedModel model, Evidence evidence, List<TrainOutput> others) {
        Map<String, String> digests = new LinkedHashMap<>();
        others.forEach(it -> digests.put(it.file().getFileName().toString(), Sha256.of(it.content())));
        return new ModelCard(model, request.resourceName().name(), evidence.sentences(), digests).write();
    }

    private byte[] loader(LoaderClass loader, TrainedModel model, byte[] safetensors, Evidence evidence) {
        LoadedWeights weights = new LoadedWeights(
                request.resourceName().name() + WeightsFile.SAFETENSORS,
                Sha256.of(safetensors),
                SafetensorsWeights.tensorsOffset(safetensors),
                model.weights().hiddenSize(),
                evidence);
        return LoaderSource.generate(loader, weights);
    }
}
