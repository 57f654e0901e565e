package io.github.rnnadder.report.adder;

import io.github.rnnadder.delivery.BuiltAdder;
import java.util.Optional;

/**
 * Code that uses an adder, for users to copy.
 *
 * @param adder the adder that the code uses
 * @param example a sum that the adder adds right
 */
record UsageSnippets(BuiltAdder adder, Trace example) {

    /** Returns a Java expression that adds two numbers; empty if the adder has no loader. */
    Optional<String> java() {
        return adder.loader().map(loader -> loader + ".load().add(" + operands() + ")");
    }

    /** Returns a Python program that adds two numbers with NumPy and the weights in JSON. */
    String python() {
        return """
                import json
                import numpy as np

                model = json.load(open("%s.json"))
                U, W, V = (np.array(model[name]) for name in "UWV")

                def add(a, b):
                %s    h, total = np.zeros(len(W)), 0
                    for t in range(max(%d, max(a, b).bit_length() + 1)):
                        h = np.tanh(W @ h + U @ [a >> t & 1, b >> t & 1])
                        p = 1 / (1 + np.exp(-(V @ h)[0]))
                        total |= int(p > 0.5) << t
                    return total

                print(add(%s))
                """.formatted(adder.name(), guard(), adder.stored().bits(), operands());
    }

    /** Returns a Python program that adds two numbers with ONNX Runtime; empty if there is no ONNX file. */
    Optional<String> onnx() {
        String file = adder.name() + ".onnx";
        return adder.digests().containsKey(file)
                ? Optional.of("""
                import numpy as np
                import onnxruntime

                session = onnxruntime.InferenceSession("%s")

                def add(a, b):
                %s    columns = range(max(%d, max(a, b).bit_length() + 1))
                    bits = np.array([[a >> t & 1, b >> t & 1] for t in columns], dtype=float)
                    p, = session.run(None, {"bits": bits})
                    return sum(int(p[t, 0] > 0.5) << t for t in columns)

                print(add(%s))
                """.formatted(file, guard(), adder.stored().bits(), operands()))
                : Optional.empty();
    }

    private String operands() {
        return example.a() + ", " + example.b();
    }

    /** Returns Python code that rejects the operands that the loader rejects. */
    private String guard() {
        int bits = adder.stored().bits() - 1;
        return adder.certificate().isPresent() ? """
                    if min(a, b) < 0:
                        raise ValueError("The operands are whole numbers, 0 and up")
                """ : """
                    if min(a, b) < 0 or max(a, b).bit_length() > %d:
                        raise ValueError("The operands are whole numbers of at most %d bits: nothing is known of others")
                """.formatted(bits, bits);
    }
}
