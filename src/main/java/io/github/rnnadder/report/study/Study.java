package io.github.rnnadder.report.study;

import io.github.rnnadder.model.config.Initializer;
import java.util.Comparator;
import java.util.List;

/**
 * Runs that differ only in initializer and seed.
 *
 * @param conditions what they have in common
 * @param runs sorted by initializer, as the student's report lists them, then by seed
 */
public record Study(Conditions conditions, List<Run> runs) {

    /** Sorts the runs. */
    public Study {
        runs = runs.stream()
                .sorted(Comparator.comparing(Run::initializer).thenComparingLong(Run::seed))
                .toList();
    }

    /** Returns the runs of one initializer, by seed. */
    public List<Run> runs(Initializer initializer) {
        return runs.stream().filter(run -> run.initializer() == initializer).toList();
    }
}
