package io.github.rnnadder.delivery;

import io.github.rnnadder.weights.WeightsException;
import io.github.rnnadder.weights.WeightsFile;
import java.nio.file.Path;

/**
 * The adder that an execution of {@code train} left in its module.
 *
 * @param name where it lies in the jar
 * @param outputDirectory where {@code train} wrote its resources
 * @param workDirectory {@code target/rnn-adder}
 */
public record ModuleAdder(ResourceName name, Path outputDirectory, Path workDirectory) {

    Path json() {
        return name.below(outputDirectory, WeightsFile.JSON);
    }

    /** Returns where its tensors lie. */
    public Path safetensors() {
        return name.below(outputDirectory, WeightsFile.SAFETENSORS);
    }

    /** Returns where the weights lie, as JSON, if the gate rejected them. */
    Path rejected() {
        return name.below(workDirectory.resolve("rejected"), WeightsFile.JSON);
    }

    Path curve() {
        return name.below(workDirectory.resolve("curves"), ".csv");
    }

    /**
     * Reads what is recorded of it.
     *
     * @throws WeightsException if there is no record of a training that ended
     */
    BuildRecord record() {
        Records records = new Records(workDirectory);
        BuildRecord record = records.read(records.file(name));
        if (!record.isFinished()) {
            throw new WeightsException("Nothing is known of " + json() + ": " + records.file(name)
                    + " is not there, or says of no training that it ended; train again");
        }
        return record;
    }
}
