package io.github.rnnadder.report.study;

import io.github.rnnadder.model.config.Initializer;
import java.util.Comparator;
import java.util.List;

/**
 * A study: runs that differ only in initializer and seed.
 *
 * @param conditions the conditions that the runs have in common
 * @param runs the runs, sorted by initializer in the order of the student's report, then by seed
 */
public record Study(Conditions conditions, List<Run> runs) {

    /** Sorts the runs by initializer and seed. */
    public Study {
        runs = runs.stream()
                .sorted(Comparator.comparing(Run::initializer).thenComparingLong(Run::seed))
                .toList();
    }

    /** Returns the runs of one initializer, sorted by seed. */
    public List<Run> runs(Initializer initializer) {
        return runs.stream().filter(run -> run.initializer() == initializer).toList();
    }
}
