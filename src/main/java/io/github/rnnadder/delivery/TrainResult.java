package io.github.rnnadder.delivery;

import io.github.rnnadder.gate.GateResult;
import java.util.List;

/**
 * The result of a build of an adder.
 *
 * @param ending what the build did with the adder
 * @param summary a line for the console
 * @param gate whether the adder meets its requirements
 * @param endings the extensions from {@link AdderPaths#ENDINGS} whose files exist; empty if the adder was rejected
 */
public record TrainResult(Ending ending, String summary, GateResult gate, List<String> endings) {

    /** What a build did with an adder. */
    public enum Ending {
        /** The adder was up to date, so nothing was trained. */
        UP_TO_DATE,
        /** The adder was trained, and its files were written. */
        TRAINED,
        /** The adder was trained and missed the gate, so its files were removed. */
        REJECTED
    }
}
