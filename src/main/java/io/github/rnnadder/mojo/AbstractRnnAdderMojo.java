package io.github.rnnadder.mojo;

import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.config.ConfigException;
import io.github.rnnadder.config.ConfigSource;
import io.github.rnnadder.study.StudyException;
import io.github.rnnadder.text.Excerpt;
import io.github.rnnadder.text.Fraction;
import io.github.rnnadder.weights.WeightsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: that they can be skipped, and how an error becomes one sentence. */
abstract class AbstractRnnAdderMojo extends AbstractMojo {

    /**
     * Whether to skip the goal. Default: {@code false}.
     *
     * <pre>{@code <skip>true</skip>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            getLog().info("Skipping: rnn-adder.skip is set");
            return;
        }
        try {
            run();
        } catch (ConfigException
                | WeightsException
                | InvalidCertificateException
                | StudyException
                | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(sentence(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted", e);
        }
    }

    final boolean isSkipped() {
        return skip;
    }

    /**
     * Does the work of the goal.
     *
     * @throws IllegalArgumentException if a parameter has a value that is not allowed; the message is one sentence
     */
    abstract void run()
            throws ConfigException, WeightsException, InvalidCertificateException, StudyException, IOException,
                    InterruptedException, MojoFailureException;

    /** Reads the parameter {@code accuracyThreshold}, which may be absent. */
    static OptionalDouble threshold(String accuracyThreshold) {
        if (accuracyThreshold == null) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Fraction.parse(accuracyThreshold.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "accuracyThreshold is '" + Excerpt.of(accuracyThreshold) + "'; allowed is " + Fraction.ALLOWED);
        }
    }

    /** Reads the config that the user named, else the module's; empty where it has none. */
    final Optional<ConfigSource> config(File configFile, File basedir) throws ConfigException {
        if (configFile != null) {
            return Optional.of(ConfigSource.read(configFile.toPath()));
        }
        Path directory = new File(basedir, "src/main/rnn-adder").toPath();
        Optional<Path> found = Stream.of("adder.yaml", "adder.yml", "adder.json")
                .map(directory::resolve)
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            getLog().info("No config in src/main/rnn-adder: the defaults apply");
            return Optional.empty();
        }
        return Optional.of(ConfigSource.read(found.get()));
    }

    static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }

    private static String sentence(IOException e) {
        if (!(e instanceof FileSystemException failure) || failure.getFile() == null) {
            return "Input or output failed: " + e.getMessage();
        }
        // Word for word what the cause says, or Maven would say it again.
        String sentence = "Cannot read or write " + failure.getMessage();
        return failure.getReason() != null ? sentence : sentence + ": " + reason(failure);
    }

    /** What the system left to the type of its exception. */
    private static String reason(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file is where a directory should be";
        }
        return failure instanceof NoSuchFileException
                ? "it does not exist"
                : failure.getClass().getSimpleName();
    }
}
