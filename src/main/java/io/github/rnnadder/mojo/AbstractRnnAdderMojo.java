package io.github.rnnadder.mojo;

import io.github.rnnadder.base.files.FileFailure;
import io.github.rnnadder.base.text.Excerpt;
import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.UserMistakeException;
import io.github.rnnadder.model.config.ConfigSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** What all goals share: that they can be skipped, and how an error becomes one sentence. */
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
            requireSpelling();
            if (isSkipped()) {
                getLog().info("Skipping: rnn-adder.skip is set");
            } else if (isMeantForThisModule()) {
                run();
            }
        } catch (UserMistakeException e) {
            throw error(e.getMessage(), e);
        } catch (InvalidPathException e) {
            throw error("'" + Excerpt.of(e.getInput()) + "' is no path on this system: " + e.getReason(), e);
        } catch (IOException e) {
            throw error(FileFailure.sentence(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw error("Interrupted", e);
        } catch (RuntimeException e) {
            throw error(new Bug(execution).sentence(e), e);
        }
    }

    private void requireSpelling() {
        ParameterNames names = new ParameterNames(execution.getMojoDescriptor().getPluginDescriptor());
        names.requireCommandLine(session.getUserProperties());
        names.requireProperties(project.getProperties());
        names.requireConfigured(trainExecutions().configured());
    }

    /** Says a verdict, in the colour of success or failure where the console has colours. */
    final void tell(boolean good, String verdict) {
        MessageBuilder line = MessageUtils.buffer();
        getLog().info((good ? line.success(verdict) : line.failure(verdict)).build());
    }

    /** Makes the error with which the goal ends; a goal with a verdict has it say so. */
    MojoExecutionException error(String sentence, Exception cause) {
        return new MojoExecutionException(Excerpt.printable(sentence), cause);
    }

    final boolean isSkipped() {
        return isOn("skip", skip);
    }

    /** Says whether the module has to do with the goal; one that has not is told so, and left alone. */
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

    /**
     * Says whether the user named what to work on, so that what the POM says of the module's adders does not matter.
     */
    boolean isNamed() {
        return false;
    }

    final CommandLine commandLine() {
        return new CommandLine(session.getUserProperties());
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
     * @throws UserMistakeException if the user asked for what cannot be
     */
    abstract void run() throws IOException, InterruptedException, MojoFailureException;

    /**
     * Reads a switch. Maven's own conversion takes everything but {@code true} for false, and would switch a gate off.
     *
     * @throws ParameterException unless it is {@code true} or {@code false}
     */
    static boolean isOn(String parameter, String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new ParameterException(parameter + " is '" + Excerpt.of(value) + "'; allowed is true or false");
        }
        return value.equalsIgnoreCase("true");
    }

    /** Reads the parameter {@code accuracyThreshold}, which may be absent. */
    static OptionalDouble threshold(String accuracyThreshold) {
        if (accuracyThreshold == null) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Fraction.parse(accuracyThreshold.strip()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    "accuracyThreshold is '" + Excerpt.of(accuracyThreshold) + "'; allowed is " + Fraction.ALLOWED);
        }
    }

    /** Finds the config that the user named, else the module's; empty where it has none. */
    final Optional<Path> config(File configFile, File basedir) {
        if (configFile != null) {
            return Optional.of(configFile.toPath());
        }
        Optional<Path> found = ConfigSource.find(basedir.toPath());
        if (found.isEmpty()) {
            getLog().info("No config in src/main/rnn-adder: the defaults apply");
        }
        return found;
    }

    static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
