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
 * The file in which a goal tells its verdict to CI servers.
 *
 * @param session in which the goal runs
 * @param project on which it runs
 * @param execution of which it is
 */
record VerdictFile(MavenSession session, MavenProject project, MojoExecution execution) {

    private void write(Function<JUnitReport, byte[]> verdict) throws IOException {
        JUnitReport report = new JUnitReport(
                project.getGroupId() + "." + project.getArtifactId(),
                absolute(basedir()),
                execution.getGoal(),
                // As Maven calls one that has no name.
                Objects.toString(execution.getExecutionId(), "default-cli"));
        Path workDirectory = absolute(new File(target(), "rnn-adder"));
        Path file = report.file(workDirectory);
        // Servers pass over a report that is older than their build, even if it says the same.
        Files.deleteIfExists(file);
        new AtomicFiles(workDirectory).write(file, verdict.apply(report));
    }

    /** Deletes the verdicts of a goal: they are of what is about to be made again. */
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

    /**
     * Writes a judgement after which the goal goes on, which no failure to write it may stop: a target may be
     * read-only.
     */
    void write(GateResult result, Log log) {
        try {
            write(report -> report.write(result.criteria()));
        } catch (IOException e) {
            log.warn("No verdict for CI servers: " + FileFailure.sentence(e));
        }
    }

    /** Writes a judgement that ends the goal, and returns what is thrown. */
    MojoFailureException writeFailure(GateResult result) {
        return write(
                report -> report.write(result.criteria()),
                new MojoFailureException(result.complaint().orElseThrow()));
    }

    /** Writes what ends the goal, which no failure to write it may hide. */
    private <E extends Exception> E write(Function<JUnitReport, byte[]> verdict, E failure) {
        try {
            write(verdict);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Writes that an error left nothing to judge, and returns it. */
    MojoExecutionException writeError(MojoExecutionException error) {
        return write(report -> report.writeError(error.getMessage()), error);
    }

    private File target() {
        return hasProject() ? new File(project.getBuild().getDirectory()) : new File(basedir(), "target");
    }

    private File basedir() {
        return hasProject() ? project.getBasedir() : new File(session.getExecutionRootDirectory());
    }

    /** Without one, Maven makes one up that has neither a file nor a directory. */
    private boolean hasProject() {
        return project.getFile() != null;
    }

    private static Path absolute(File file) {
        return AbstractRnnAdderMojo.absolute(file);
    }
}
