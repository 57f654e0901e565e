package io.github.rnnadder.mojo;

import io.github.rnnadder.build.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** Everything that a goal changes in the module that it works on. */
final class ModuleOutputs {

    private final MavenProject project;
    private final MavenProjectHelper helper;

    ModuleOutputs(MavenProject project, MavenProjectHelper helper) {
        this.project = project;
        this.helper = helper;
    }

    /** Adds a resource directory, once for all executions that share it. */
    void addResources(File directory) {
        boolean known = project.getResources().stream()
                .anyMatch(resource -> new File(resource.getDirectory()).equals(directory));
        if (!known) {
            helper.addResource(project, directory.getPath(), List.of(), List.of());
        }
    }

    /** Adds a source root; Maven ignores one that it has. */
    void addSources(File directory) {
        project.addCompileSourceRoot(directory.getPath());
    }

    /** Attaches the weights, and their certificate. */
    void attach(Outcome.Files files, String classifier) {
        attach("json", classifier, files.json());
        attach("safetensors", classifier, files.safetensors());
        files.certificate().ifPresent(file -> attach("json", classifier + "-certificate", file));
    }

    /** Once: a goal that forks the lifecycle, as {@code source:jar} does, runs {@code train} again with what is attached. */
    private void attach(String type, String classifier, Path file) {
        boolean attached = project.getAttachedArtifacts().stream()
                .anyMatch(artifact -> file.toFile().equals(artifact.getFile())
                        && classifier.equals(artifact.getClassifier())
                        && type.equals(artifact.getType()));
        if (!attached) {
            helper.attachArtifact(project, type, classifier, file.toFile());
        }
    }
}
