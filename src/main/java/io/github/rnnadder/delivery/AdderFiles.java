package io.github.rnnadder.delivery;

import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.loader.LoaderSource;
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

/**
 * The files of an adder: its weights in two or three formats, its certificate, its model card, and its loader.
 *
 * @param request determines which files are made, and their paths
 */
record AdderFiles(TrainRequest request) {

    /** Returns the paths and contents of the files for a model. */
    List<TrainOutput> of(TrainedModel model) {
        byte[] safetensors = SafetensorsWeights.write(model);
        String resource = request.resourceName().name() + WeightsFile.SAFETENSORS;
        List<TrainOutput> outputs = new ArrayList<>();
        outputs.add(resource(WeightsFile.JSON, JsonWeights.write(model)));
        outputs.add(resource(WeightsFile.SAFETENSORS, safetensors));
        request.onnx()
                .map(precision -> resource(AdderPaths.ONNX, OnnxWeights.write(model, precision)))
                .ifPresent(outputs::add);
        model.assessment()
                .certificate()
                .map(proof -> resource(AdderPaths.CERTIFICATE, CertificateWriter.write(proof)))
                .ifPresent(outputs::add);
        outputs.add(resource(AdderPaths.CARD, card(model, outputs)));
        request.loaderClass()
                .map(loader -> new TrainOutput(
                        request.loader().orElseThrow(), LoaderSource.generate(loader, resource, safetensors, model)))
                .ifPresent(outputs::add);
        return outputs;
    }

    private TrainOutput resource(String ending, byte[] content) {
        return new TrainOutput(request.adder().file(ending), content);
    }

    private byte[] card(TrainedModel model, List<TrainOutput> others) {
        Map<String, String> digests = new LinkedHashMap<>();
        others.forEach(it -> digests.put(it.file().getFileName().toString(), Sha256.of(it.content())));
        return new ModelCard(model, request.resourceName().name(), digests).write();
    }
}
