package io.github.rnnadder.delivery;

import io.github.rnnadder.gate.Judgement;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a build of an adder ended.
 *
 * @param verdict what became of it
 * @param summary a line for the console
 * @param judgement what came of each thing that the gate asked for
 * @param files what may be packaged and attached; empty where the adder was rejected
 */
public record Outcome(Verdict verdict, String summary, Judgement judgement, Optional<Files> files) {

    /** Returns what the gate has to say; empty where the adder passed. */
    public Optional<String> complaint() {
        return judgement.complaint();
    }

    /** What became of an adder. */
    public enum Verdict {
        /** Everything was there already. */
        UP_TO_DATE,
        /** It was trained, and its weights are in place. */
        TRAINED,
        /** It was trained, missed the gate, and nothing of it is in place. */
        REJECTED
    }

    /**
     * The files of an adder.
     *
     * @param json its weights as JSON
     * @param safetensors its weights as safetensors
     * @param card what they are, for tools that take stock of software
     * @param onnx the same as a model that runs by itself, if asked for
     * @param certificate its proof, if there is one
     */
    public record Files(Path json, Path safetensors, Path card, Optional<Path> onnx, Optional<Path> certificate) {}
}
