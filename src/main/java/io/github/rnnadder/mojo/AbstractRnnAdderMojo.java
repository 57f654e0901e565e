package io.github.rnnadder.mojo;

import io.github.rnnadder.base.files.FileFailure;
import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.files.RelativePath;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.model.config.ConfigSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;
import org.jspecify.annotations.Nullable;

/** The base class of all goals. Checks parameters, skips the goal if asked, and reports every error in one sentence. */
abstract class AbstractRnnAdderMojo extends AbstractMojo {

    /**
     * Whether to skip the goal.
     *
     * <pre>{@code <skip>true</skip>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.skip", defaultValue = "false")
    private String skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            requireParameters();
            if (isSkipped()) {
                getLog().info("Skipping: rnn-adder.skip is set");
            } else if (isMeantForThisModule()) {
                run();
            }
        } catch (UserErrorException e) {
            throw error(String.valueOf(e.getMessage()), e);
        } catch (InvalidPathException e) {
            throw error("'" + Sanitized.of(e.getInput()) + "' is not a path on this system: " + e.getReason(), e);
        } catch (IOException e) {
            throw error(FileFailure.sentence(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw error("Interrupted", e);
        } catch (RuntimeException e) {
            throw error(
                    "This is a bug of " + execution.getArtifactId() + " " + execution.getVersion() + " in its goal "
                            + execution.getGoal() + ": " + e + "; please report it, with the output of mvn -e",
                    e);
        }
    }

    /** Checks that the user configured only parameters that exist, and that each of them has a value. */
    private void requireParameters() {
        ParameterNames names = new ParameterNames(execution.getMojoDescriptor().getPluginDescriptor());
        names.requireCommandLine(session.getUserProperties());
        names.requireCommandLine(session.getSystemProperties());
        names.requireProperties(project.getProperties());
        trainExecutions().requireParameters(names);
        ParameterValues values = values();
        values.requireConfigured(trainExecutions().seen().values());
        values.requireProperties(names.properties(), session.getUserProperties());
        values.requireProperties(names.properties(), session.getSystemProperties());
        values.requireProperties(names.properties(), project.getProperties());
    }

    /** Logs a result, coloured as a success or a failure if the console supports colours. */
    final void tell(boolean good, String verdict) {
        MessageBuilder line = MessageUtils.buffer();
        getLog().info((good ? line.success(verdict) : line.failure(verdict)).build());
    }

    /** Returns the exception that ends the goal. A goal with a verdict file also writes the error to that file. */
    MojoExecutionException error(String sentence, Exception cause) {
        return new MojoExecutionException(Sanitized.printable(sentence), cause);
    }

    final boolean isSkipped() {
        return isOn("skip", skip);
    }

    /** Returns whether the goal has work to do in this module. If not, logs the reason. */
    private boolean isMeantForThisModule() {
        if (isNamed()) {
            return true;
        }
        Optional<MavenProject> other = trainExecutions().meantFor();
        if (other.isPresent()) {
            getLog().info("Nothing to do: " + project.getArtifactId()
                    + " neither declares the plugin nor has a config, and "
                    + other.get().getArtifactId() + " does");
            return false;
        }
        trainExecutions().requireSeen();
        return true;
    }

    /** Returns whether the user named the input of the goal explicitly. If so, the adders in the POM do not matter. */
    boolean isNamed() {
        return false;
    }

    /** Returns whether the command line sets at least one of these parameters. */
    final boolean isTyped(String... parameters) {
        return Stream.of(parameters).map(ParameterNames::property).anyMatch(session.getUserProperties()::containsKey);
    }

    final Progress progress() {
        return new Progress(getLog()::info, getLog()::debug, System::nanoTime);
    }

    final ParameterValues values() {
        return new ParameterValues(session, execution);
    }

    final TrainExecutions trainExecutions() {
        return new TrainExecutions(session, project, execution);
    }

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    final MojoExecution execution() {
        return execution;
    }

    final VerdictFile verdictFile() {
        return new VerdictFile(session, project, execution);
    }

    /**
     * Does the work of the goal.
     *
     * @throws UserErrorException if the user asked for something impossible
     */
    abstract void run() throws IOException, InterruptedException, MojoFailureException;

    /**
     * Parses a boolean parameter strictly. Maven reads anything but {@code true} as false and could switch a gate off.
     *
     * @throws ParameterException if the value is neither {@code true} nor {@code false}
     */
    static boolean isOn(String parameter, String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new ParameterException(parameter + " is '" + Sanitized.of(value) + "'; it must be true or false");
        }
        return value.equalsIgnoreCase("true");
    }

    /** Parses the parameter {@code accuracyThreshold}; empty if it is not set. */
    static OptionalDouble threshold(@Nullable String accuracyThreshold) {
        if (accuracyThreshold == null) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Fraction.parse(accuracyThreshold.strip()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    "accuracyThreshold is '" + Sanitized.of(accuracyThreshold) + "'; it must be " + Fraction.ALLOWED);
        }
    }

    /**
     * Returns the config that the user named, or else the config of the module; empty if neither exists.
     *
     * @throws ParameterException if the config that the user named does not exist
     */
    static Optional<Path> config(@Nullable File configFile, File basedir) {
        if (configFile == null) {
            return ConfigSource.find(basedir.toPath());
        }
        if (ReadLimit.isAbsent(configFile.toPath())) {
            throw new ParameterException("There is no config "
                    + RelativePath.shown(absolute(basedir), absolute(configFile))
                    + ConfigSource.near(configFile.toPath(), basedir.toPath())
                            .map(it -> "; did you mean "
                                    + RelativePath.shown(
                                            absolute(basedir),
                                            it.toAbsolutePath().normalize()) + "?")
                            .orElse("; mvn rnn-adder:init writes one"));
        }
        return Optional.of(configFile.toPath());
    }

    /**
     * Checks that a page or table does not overwrite a user's file. Only files below {@code target} may be overwritten.
     *
     * @throws ParameterException if the file exists and is not below {@code target}
     */
    static void requireReplaceable(Path file, Path target) {
        if (!file.startsWith(target) && !ReadLimit.isAbsent(file)) {
            throw new ParameterException(file + " exists already; outside of target nothing is replaced, so remove it"
                    + " or choose another directory");
        }
    }

    static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
