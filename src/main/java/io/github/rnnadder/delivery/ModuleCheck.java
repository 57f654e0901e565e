package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.GateResult;
import io.github.rnnadder.model.config.ConfigSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the adder that an execution of {@code train} made: that its config has not changed since, that the module ships exactly what was made, and that it passes the gate.
 *
 * @param adder its paths
 * @param config the config of the POM and the command line; empty for the defaults
 * @param gate the requirements of the POM and the command line
 * @param executions the ids of all executions of {@code train} in the POM
 * @param artifact the packaged artifact; empty if there is none, or the adder is of the scope {@code test}
 * @param trainer the version of the plugin that trains the weights again and compares; empty if nobody should
 */
public record ModuleCheck(
        AdderPaths adder,
        Optional<ConfigSource> config,
        Gate gate,
        Set<String> executions,
        Optional<Path> artifact,
        Optional<String> trainer) {

    /**
     * Checks the adder while no other build of the module is running.
     *
     * @param progress receives what could not be checked, and how far a search for a proof is
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if the thread is interrupted while it waits for another build
     */
    @SuppressWarnings("try") // holding the lock is all that is needed
    public GateResult run(Progress progress) throws IOException, InterruptedException {
        try (BuildLock lock = BuildLock.acquire(adder.directories().work(), progress)) {
            List<String> complaints = complaints(adder.record(), progress);
            if (complaints.isEmpty()) {
                return Check.ofModule(adder, gate).run(trainer, progress);
            }
            String text = String.join("\n", complaints) + "\nBuild the module again.";
            return new GateResult("Damaged", List.of(Criterion.failed(Requirement.FILES, text)));
        }
    }

    private List<String> complaints(BuildRecord record, Progress progress) throws IOException {
        if (!BuildRecord.digest(config).equals(record.inputs().get(BuildRecord.CONFIG))) {
            return List.of("The adder is of an older config"
                    + config.map(it -> ": it was trained before this change of " + shown(it.file()))
                            .orElse(", which no longer exists"));
        }
        List<BuildRecord> made = new ArrayList<>(List.of(record));
        made.addAll(new Records(adder.directories()).others(adder.name(), executions));
        List<Path> damaged = made.stream().flatMap(it -> it.damaged().stream()).toList();
        if (!damaged.isEmpty()) {
            return damaged.stream()
                    .map(file -> shown(file) + " is not what train made")
                    .toList();
        }
        ShippedFiles shipped =
                ShippedFiles.of(artifact, adder.outputs().classes().get(0));
        if (shipped.isEmpty(adder)) {
            progress.say("Nothing was packaged yet, nor copied to " + shown(shipped.where()));
        }
        return shipped.complaints(adder, made).stream()
                .map(complaint -> "In " + shown(shipped.where()) + ", " + complaint)
                .toList();
    }

    private String shown(Path file) {
        return adder.directories().shown(file);
    }
}
