package io.github.rnnadder.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A goal in a Maven container, on an empty module. The directory of a container is a property of the JVM: one at a
 * time.
 */
@MojoTest
@ResourceLock("container")
abstract class GoalTest {

    /** An adder that always works out, in a few milliseconds. */
    static final String EASY = "{bits: 3, hiddenSize: 8, iterations: 6000, accuracyThreshold: 0.5}";

    /** An adder that cannot work out. */
    static final String HOPELESS = "{bits: 3, hiddenSize: 8, iterations: 1}";

    /** Weights that add correctly, without anything of their training. */
    static final Path WEIGHTS = Path.of("src/it/without-project/adder.json").toAbsolutePath();

    @TempDir
    Path basedir;

    final List<String> console = new ArrayList<>();

    private final Map<String, Object> madeInThisBuild = new HashMap<>();

    private MavenProject project;

    /** A real project: the container's own is a spy whose resources cannot change. */
    @Provides
    MavenProject project() {
        if (project == null) {
            project = new MavenProject();
            project.setGroupId("com.acme");
            project.setArtifactId("model");
            project.setVersion("1");
            project.setArtifact(artifact("jar", null));
            locate(project, basedir);
        }
        return project;
    }

    static Artifact artifact(String type, String classifier) {
        return new DefaultArtifact("com.acme", "model", "1", null, type, classifier, new DefaultArtifactHandler(type));
    }

    static void locate(MavenProject project, Path basedir) {
        project.setFile(basedir.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(basedir.resolve("target").toString());
        project.getBuild().setFinalName("model-1");
        project.getBuild().setOutputDirectory(basedir.resolve("target/classes").toString());
        project.getBuild()
                .setTestOutputDirectory(basedir.resolve("target/test-classes").toString());
    }

    @Provides
    Log log() {
        return new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                console.add("INFO " + line);
            }

            @Override
            public void debug(CharSequence line) {}

            @Override
            public void warn(CharSequence line) {
                console.add("WARN " + line);
            }
        };
    }

    /** Runs a goal as Maven does in one build after the other, which remembers what its executions made. */
    void execute(AbstractMojo goal) throws MojoExecutionException, MojoFailureException {
        goal.setPluginContext(madeInThisBuild);
        goal.execute();
    }

    Path target() {
        return basedir.resolve("target");
    }

    Path config() {
        return basedir.resolve("src/main/rnn-adder/adder.yaml");
    }

    void config(String text) throws IOException {
        Files.createDirectories(config().getParent());
        Files.writeString(config(), text);
    }
}
