package io.github.rnnadder.mojo;

import io.github.rnnadder.delivery.Criterion;
import io.github.rnnadder.delivery.JUnitReport;
import io.github.rnnadder.files.WholeFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * The file in which a goal tells its verdict to CI servers.
 *
 * @param session in which the goal runs
 * @param project on which it runs
 * @param execution of which it is
 */
record VerdictFile(MavenSession session, MavenProject project, MojoExecution execution) {

    /** Writes what came of each thing that a gate asked for. */
    void write(List<Criterion> criteria) throws IOException {
        JUnitReport report = new JUnitReport(
                project.getGroupId() + "." + project.getArtifactId(),
                absolute(basedir()),
                execution.getGoal(),
                // As Maven calls one that has no name.
                Objects.toString(execution.getExecutionId(), "default-cli"));
        Path workDirectory = absolute(new File(target(), "rnn-adder"));
        new WholeFiles(workDirectory).write(report.file(workDirectory), report.write(criteria));
    }

    /** Writes the same where it ends the goal, and returns the failure, which no failure to write it may hide. */
    <E extends Exception> E write(List<Criterion> criteria, E failure) {
        try {
            write(criteria);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Writes that an error left nothing to judge, and returns it. */
    MojoExecutionException writeError(MojoExecutionException error) {
        return write(List.of(new Criterion(execution.getGoal(), Criterion.Result.ERROR, error.getMessage())), error);
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
