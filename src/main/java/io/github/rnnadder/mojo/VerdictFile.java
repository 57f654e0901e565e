package io.github.rnnadder.mojo;

import io.github.rnnadder.base.files.AtomicFiles;
import io.github.rnnadder.base.files.FileFailure;
import io.github.rnnadder.delivery.JUnitReport;
import io.github.rnnadder.gate.GateResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * The file that reports the result of a goal to CI servers.
 *
 * @param session the session in which the goal runs
 * @param project the project on which the goal runs
 * @param execution the execution of the goal
 */
record VerdictFile(MavenSession session, MavenProject project, MojoExecution execution) {

    private void write(Function<JUnitReport, byte[]> verdict) throws IOException {
        JUnitReport report = new JUnitReport(
                project.getGroupId() + "." + project.getArtifactId(),
                AbstractRnnAdderMojo.absolute(basedir()),
                execution.getGoal(),
                // an execution without an id gets this one from Maven
                Objects.toString(execution.getExecutionId(), "default-cli"));
        Path workDirectory = AbstractRnnAdderMojo.absolute(new File(target(), "rnn-adder"));
        Path file = report.file(workDirectory);
        // CI servers ignore a report that is older than their build, even if its content is the same.
        Files.deleteIfExists(file);
        new AtomicFiles(workDirectory).write(file, verdict.apply(report));
    }

    /** Deletes the verdict files of all executions of a goal, because their results are about to be outdated. */
    void deleteThoseOf(String goal) throws IOException {
        Path directory = AbstractRnnAdderMojo.absolute(new File(target(), "rnn-adder/reports"));
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> reports =
                    Files.newDirectoryStream(directory, "TEST-rnn-adder-" + goal + "-*.xml")) {
                for (Path report : reports) {
                    Files.deleteIfExists(report);
                }
            }
        }
    }

    /** Writes a result after which the goal goes on. If that fails, only warns, as {@code target} may be read-only. */
    void write(GateResult result, Log log) {
        try {
            write(report -> report.write(result.criteria()));
        } catch (IOException e) {
            log.warn("No verdict for CI servers: " + FileFailure.sentence(e));
        }
    }

    /** Writes a result that ends the goal, and returns the exception to throw. */
    MojoFailureException writeFailure(GateResult result) {
        return write(
                report -> report.write(result.criteria()),
                new MojoFailureException(result.complaint().orElseThrow()));
    }

    /** Writes a verdict and returns the failure that ends the goal. An error while writing is only added to it. */
    private <E extends Exception> E write(Function<JUnitReport, byte[]> verdict, E failure) {
        try {
            write(verdict);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Writes an error that left the goal without a result, and returns the error. */
    MojoExecutionException writeError(MojoExecutionException error) {
        return write(report -> report.writeError(String.valueOf(error.getMessage())), error);
    }

    /** Returns the build directory; without a project, {@code target} in the directory that Maven runs in. */
    File target() {
        return hasProject() ? new File(project.getBuild().getDirectory()) : new File(basedir(), "target");
    }

    private File basedir() {
        return hasProject() ? project.getBasedir() : new File(session.getExecutionRootDirectory());
    }

    /** Returns whether there is a real project. Without a POM, Maven creates one that has no file. */
    private boolean hasProject() {
        return project.getFile() != null;
    }
}
