package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.delivery.AdderPaths;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on existing weights: those of the module, or any weights file. */
abstract class AbstractWeightsMojo extends AbstractModuleMojo {

    /**
     * The weights file to use, JSON or safetensors. Default: the weights of the module.
     *
     * <pre>{@code <weightsFile>models/adder.safetensors</weightsFile>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.weightsFile")
    private @Nullable File weightsFile;

    /** Returns the weights file that the user named; empty if the user named no file. */
    final Optional<Path> weightsFile() {
        return Optional.ofNullable(weightsFile).map(File::toPath);
    }

    /**
     * Returns the paths of the module's adder files.
     *
     * @throws ParameterException if Maven runs without a project
     */
    final AdderPaths adderOfProject() {
        if (project().getFile() == null) {
            throw new ParameterException("weightsFile is not given, and there is no project here whose weights could be"
                    + " used; it must be a .json or .safetensors file of an adder");
        }
        return adder();
    }
}
