package io.github.rnnadder.delivery;

import io.github.rnnadder.gate.GateResult;
import java.util.List;
import java.util.Optional;

/**
 * How a build of an adder ended.
 *
 * @param verdict what became of it
 * @param summary a line for the console
 * @param judgement what came of each thing that the gate asked for
 * @param endings those of {@link AdderPaths#ENDINGS} whose files are there now; none where the adder was rejected
 */
public record TrainResult(Verdict verdict, String summary, GateResult judgement, List<String> endings) {

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
}
