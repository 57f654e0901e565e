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
 * Checks the adder that an execution of {@code train} made in its module: that it is of today's config, that all that
 * the module ships is what was made, and that it passes the gate.
 *
 * @param adder the adder
 * @param config the config that the POM and the command line name now; empty for the defaults
 * @param gate what they ask for now
 * @param executions the ids of all executions of {@code train} in the POM
 * @param artifact what was packaged; empty where nothing was, or for an adder of the tests
 * @param trainer the version of the plugin that trains it again, to see whether the same comes out; empty for not
 */
public record ModuleCheck(
        AdderPaths adder,
        Optional<ConfigSource> config,
        Gate gate,
        Set<String> executions,
        Optional<Path> artifact,
        Optional<String> trainer) {

    /**
     * Checks it, while no other build of the module is under way.
     *
     * @param progress hears what could not be looked at, and how far a search for a proof is
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if the thread is interrupted while it waits for another build
     */
    @SuppressWarnings("try") // the lock is held, and not asked for anything
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
                            .orElse(", which is not there any more"));
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
