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
 * Checks the adder that an execution of {@code train} made. Its config must not have changed since, the module must
 * ship exactly what was made, and the adder must pass the gate.
 *
 * @param adder the paths of the adder files
 * @param config the config that the POM or the command line names; empty for the defaults
 * @param gate the requirements from the POM and the command line
 * @param executions the ids of all executions of {@code train} in the POM
 * @param artifact the packaged artifact; empty if there is no artifact, or the adder has the scope {@code test}
 * @param trainer the version of this plugin if it should train the weights again and compare; empty if not
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
     * @param progress is told what could not be checked, and how far a search for a proof has got
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if the thread is interrupted while it waits for another build
     */
    @SuppressWarnings("try") // the lock only has to be held
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
                    + config.map(it -> ": " + shown(it.file()) + " has changed since it was trained")
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
