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
 * @param project the project on which it runs
 * @param execution its execution
 */
record VerdictFile(MavenSession session, MavenProject project, MojoExecution execution) {

    private void write(Function<JUnitReport, byte[]> verdict) throws IOException {
        JUnitReport report = new JUnitReport(
                project.getGroupId() + "." + project.getArtifactId(),
                absolute(basedir()),
                execution.getGoal(),
                // the id that Maven gives to an execution without one
                Objects.toString(execution.getExecutionId(), "default-cli"));
        Path workDirectory = absolute(new File(target(), "rnn-adder"));
        Path file = report.file(workDirectory);
        // Servers ignore a report that is older than their build, even if its content is the same.
        Files.deleteIfExists(file);
        new AtomicFiles(workDirectory).write(file, verdict.apply(report));
    }

    /** Deletes the verdicts of a goal, because they are about to be outdated. */
    void deleteThoseOf(String goal) throws IOException {
        Path directory = absolute(new File(target(), "rnn-adder/reports"));
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> reports =
                    Files.newDirectoryStream(directory, "TEST-rnn-adder-" + goal + "-*.xml")) {
                for (Path report : reports) {
                    Files.deleteIfExists(report);
                }
            }
        }
    }

    /** Writes a result after which the goal goes on. A failure to write it does not stop the goal, because target may be read-only. */
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

    /** Writes what ends the goal. A failure to write must not hide that. */
    private <E extends Exception> E write(Function<JUnitReport, byte[]> verdict, E failure) {
        try {
            write(verdict);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Writes an error after which there is no result, and returns it. */
    MojoExecutionException writeError(MojoExecutionException error) {
        return write(report -> report.writeError(String.valueOf(error.getMessage())), error);
    }

    private File target() {
        return hasProject() ? new File(project.getBuild().getDirectory()) : new File(basedir(), "target");
    }

    private File basedir() {
        return hasProject() ? project.getBasedir() : new File(session.getExecutionRootDirectory());
    }

    /** Without a project, Maven makes one up that has neither a file nor a directory. */
    private boolean hasProject() {
        return project.getFile() != null;
    }

    private static Path absolute(File file) {
        return AbstractRnnAdderMojo.absolute(file);
    }
}
