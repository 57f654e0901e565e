package io.github.rnnadder.gate;

import io.github.rnnadder.gate.Criterion.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of all that is asked of an adder.
 *
 * @param summary what is known of it; a line for each thing that was looked at and is met
 * @param criteria what came of each thing that was asked for
 */
public record GateResult(String summary, List<Criterion> criteria) {

    /** Returns what is wrong; empty where everything is met. */
    public Optional<String> complaint() {
        String complaint = criteria.stream()
                .filter(it -> it.result() == Result.FAILED)
                .map(Criterion::text)
                .collect(Collectors.joining("\n"));
        return Optional.of(complaint).filter(it -> !it.isEmpty());
    }

    /** Adds what came of another thing that was looked at. */
    public GateResult and(Criterion other) {
        List<Criterion> all = new ArrayList<>(criteria);
        all.add(other);
        return new GateResult(other.result() == Result.PASSED ? summary + "\n" + other.text() : summary, all);
    }
}
