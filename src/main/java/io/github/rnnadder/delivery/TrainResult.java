package io.github.rnnadder.delivery;

import io.github.rnnadder.gate.GateResult;
import java.util.List;

/**
 * How a build of an adder ended.
 *
 * @param ending what became of the adder
 * @param summary a line for the console
 * @param gate whether the adder meets its requirements
 * @param endings those of {@link AdderPaths#ENDINGS} whose files are in place; empty if the adder was rejected
 */
public record TrainResult(Ending ending, String summary, GateResult gate, List<String> endings) {

    /** What became of an adder. */
    public enum Ending {
        /** It was there already. */
        UP_TO_DATE,
        /** It was trained, and its files are in place. */
        TRAINED,
        /** It was trained and missed the gate, and none of its files is in place. */
        REJECTED
    }
}
