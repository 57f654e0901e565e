package io.github.rnnadder.mojo;

import io.github.rnnadder.delivery.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** Everything that a goal changes in the module that it works on. */
final class ModuleOutputs {

    private final MavenProject project;
    private final MavenProjectHelper helper;
    private final Scope scope;

    ModuleOutputs(MavenProject project, MavenProjectHelper helper, Scope scope) {
        this.project = project;
        this.helper = helper;
        this.scope = scope;
    }

    /** Adds a resource directory, once for all executions that share it. */
    void addResources(Path directory) {
        List<Resource> resources = scope == Scope.TEST ? project.getTestResources() : project.getResources();
        boolean known = resources.stream()
                .anyMatch(resource -> new File(resource.getDirectory()).toPath().equals(directory));
        if (known) {
            return;
        }
        if (scope == Scope.TEST) {
            helper.addTestResource(project, directory.toString(), List.of(), List.of());
        } else {
            helper.addResource(project, directory.toString(), List.of(), List.of());
        }
    }

    /** Adds a source root; Maven ignores one that it has. */
    void addSources(Path directory) {
        if (scope == Scope.TEST) {
            project.addTestCompileSourceRoot(directory.toString());
        } else {
            project.addCompileSourceRoot(directory.toString());
        }
    }

    /** Attaches the weights in all their formats, their model card, and their certificate. */
    void attach(Outcome.Files files, String classifier) {
        attach("json", classifier, files.json());
        attach("safetensors", classifier, files.safetensors());
        attach("cdx.json", classifier, files.card());
        files.onnx().ifPresent(file -> attach("onnx", classifier, file));
        files.certificate().ifPresent(file -> attach("json", classifier + "-certificate", file));
    }

    /**
     * Once: a goal that forks the lifecycle, as {@code source:jar} does, runs {@code train} again with what is
     * attached.
     */
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
