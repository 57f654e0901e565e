package io.github.rnnadder.report.adder;

import io.github.rnnadder.delivery.TrainedAdder;
import java.util.Optional;

/**
 * How to load an adder.
 *
 * @param adder which
 */
record Loading(TrainedAdder adder) {

    /** Returns a sum in Java, in a line; nothing where no loader was written. */
    Optional<String> java() {
        return adder.loader().map(loader -> loader + ".load().add(57, 19)");
    }

    /** Returns how Python reads the weights, in a line. */
    String python() {
        return "safetensors.numpy.load_file(\"" + adder.name() + ".safetensors\")";
    }

    /** Returns how ONNX Runtime reads the model, in a line; nothing where there is none. */
    Optional<String> onnx() {
        String file = adder.name() + ".onnx";
        return adder.digests().containsKey(file)
                ? Optional.of("onnxruntime.InferenceSession(\"" + file + "\")")
                : Optional.empty();
    }

    /** Adds two numbers in Python, with the weights alone. */
    String pythonProgram() {
        return """
                import numpy as np, safetensors.numpy

                model = %s
                U, W, V = (model[name] for name in "UWV")

                def add(a, b):
                    h, total = np.zeros(len(W)), 0
                    for t in range(max(%d, max(a, b).bit_length() + 1)):
                        h = np.tanh(W @ h + U @ [a >> t & 1, b >> t & 1])
                        p = 1 / (1 + np.exp(-(V @ h)[0]))
                        total |= int(p > 0.5) << t
                    return total

                print(add(57, 19))
                """.formatted(python(), adder.stored().bits());
    }

    /** Adds two numbers in Python, with ONNX Runtime; nothing where there is no such model. */
    Optional<String> onnxProgram() {
        return onnx().map(session -> """
                import numpy as np, onnxruntime

                a, b = 57, 19
                bits = np.array([[a >> t & 1, b >> t & 1] for t in range(max(%d, max(a, b).bit_length() + 1))], dtype=float)
                p, = %s.run(None, {"bits": bits})
                print(sum(int(x > 0.5) << t for t, x in enumerate(p[:, 0])))
                """.formatted(adder.stored().bits(), session));
    }
}
