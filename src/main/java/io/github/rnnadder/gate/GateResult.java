package io.github.rnnadder.gate;

import io.github.rnnadder.gate.Criterion.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether an adder meets its requirements.
 *
 * @param summary what is known about the adder, with a line for each additional requirement that it meets
 * @param criteria the result for each requirement
 */
public record GateResult(String summary, List<Criterion> criteria) {

    /** Returns the text of every failed criterion; empty if the adder meets every requirement. */
    public Optional<String> complaint() {
        String complaint = criteria.stream()
                .filter(it -> it.result() == Result.FAILED)
                .map(Criterion::text)
                .collect(Collectors.joining("\n"));
        return Optional.of(complaint).filter(it -> !it.isEmpty());
    }

    /** Returns a copy with one more criterion. */
    public GateResult and(Criterion other) {
        List<Criterion> all = new ArrayList<>(criteria);
        all.add(other);
        return new GateResult(other.result() == Result.PASSED ? summary + "\n" + other.text() : summary, all);
    }
}
