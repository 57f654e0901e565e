package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.delivery.AdderPaths;
import io.github.rnnadder.delivery.ModuleDirectories;
import io.github.rnnadder.delivery.OutputDirectories;
import io.github.rnnadder.delivery.TrainRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * The directories from which Maven packages a module. Checks an adder's files for collisions, and adds them to it.
 *
 * @param project the module
 * @param scope whether the adder belongs to the module's classes or to its tests
 */
record ModuleOutputs(MavenProject project, Scope scope) {

    private static final String WAR_PLUGIN = "org.apache.maven.plugins:maven-war-plugin";

    /** Returns the directories of a project. Works even for the project that Maven makes up if there is no POM. */
    static ModuleDirectories directories(MavenProject project) {
        Path target = absolute(project.getBuild().getDirectory());
        return new ModuleDirectories(
                project.getBasedir() == null
                        ? target
                        : absolute(project.getBasedir().getPath()),
                target,
                new OutputDirectories(
                        target.resolve("generated-resources").resolve("rnn-adder"),
                        target.resolve("generated-sources").resolve("rnn-adder"),
                        List.of(
                                absolute(project.getBuild().getOutputDirectory()),
                                exploded(project, target).resolve("WEB-INF").resolve("classes"))),
                new OutputDirectories(
                        target.resolve("generated-test-resources").resolve("rnn-adder"),
                        target.resolve("generated-test-sources").resolve("rnn-adder"),
                        List.of(absolute(project.getBuild().getTestOutputDirectory()))));
    }

    /** Returns the directory in which the war plugin assembles a war. */
    private static Path exploded(MavenProject project, Path target) {
        return Optional.ofNullable(project.getPlugin(WAR_PLUGIN)).stream()
                .flatMap(war -> Stream.concat(
                        war.getExecutions().stream().map(PluginExecution::getConfiguration),
                        Stream.of(war).map(Plugin::getConfiguration)))
                .flatMap(it -> Stream.ofNullable(TrainExecutions.parameters(it).get("webappDirectory")))
                .flatMap(it -> Stream.ofNullable(it.getValue()))
                .map(it -> project.getBasedir().toPath().resolve(it).normalize())
                // A directory outside of target may contain files of the user.
                .filter(it -> it.startsWith(target))
                .findFirst()
                .orElseGet(() -> target.resolve(project.getBuild().getFinalName()));
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private OutputDirectories outputs() {
        return scope.of(directories(project));
    }

    /**
     * Checks that no other file is packaged under the name of an adder's file. Maven would silently choose one.
     *
     * @param request the adder to make
     * @param made the files already made in this build, with the ids of their executions; keys are paths in lower case
     * @throws ParameterException if another execution makes a file with such a name, or the module contains one
     */
    void requireSole(TrainRequest request, Map<String, String> made) {
        for (Path file : request.files()) {
            String other = made.get(key(file));
            if (other != null && !other.equals(request.execution())) {
                throw new ParameterException("The executions '" + other + "' and '" + request.execution()
                        + "' of train would write the same file: "
                        + request.directories().shown(file)
                        + "; each needs its own resourceName and loaderClass");
            }
            rival(file).ifPresent(rival -> {
                throw new ParameterException(request.directories().shown(rival)
                        + " would be packaged under the same name as "
                        + request.directories().shown(file) + ", which train makes; remove it, or choose another "
                        + (file.startsWith(outputs().sources()) ? "loaderClass" : "resourceName"));
            });
        }
    }

    /** Returns a key that is the same for paths that differ only in case. */
    static String key(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }

    private Optional<Path> rival(Path file) {
        return file.startsWith(outputs().sources())
                ? sources().stream()
                        .map(Path::of)
                        .filter(root -> !root.equals(outputs().sources()))
                        .map(root -> root.resolve(outputs().sources().relativize(file)))
                        .filter(Files::exists)
                        .findFirst()
                : resources().stream()
                        .filter(it ->
                                !Path.of(it.getDirectory()).equals(outputs().resources()))
                        .flatMap(it -> rival(it, outputs().resources().relativize(file)).stream())
                        .findFirst();
    }

    private Optional<Path> rival(Resource resource, Path name) {
        Path classes = outputs().classes().get(0);
        Path target =
                classes.resolve(Objects.toString(resource.getTargetPath(), "")).normalize();
        Path copy = classes.resolve(name);
        return copy.startsWith(target)
                ? Optional.of(Path.of(resource.getDirectory()).resolve(target.relativize(copy)))
                        .filter(Files::exists)
                : Optional.empty();
    }

    private List<Resource> resources() {
        return scope == Scope.TEST ? project.getTestResources() : project.getResources();
    }

    private List<String> sources() {
        return scope == Scope.TEST ? project.getTestCompileSourceRoots() : project.getCompileSourceRoots();
    }

    /** Adds the directory of the weights to the module's resources, unless an earlier execution has done so. */
    void addResources(MavenProjectHelper helper) {
        String directory = outputs().resources().toString();
        if (resources().stream().anyMatch(it -> it.getDirectory().equals(directory))) {
            return;
        }
        if (scope == Scope.TEST) {
            helper.addTestResource(project, directory, List.of(), List.of());
        } else {
            helper.addResource(project, directory, List.of(), List.of());
        }
    }

    /** Adds the directory of the loaders to the source roots. Maven ignores a directory that it already has. */
    void addSources() {
        String directory = outputs().sources().toString();
        if (scope == Scope.TEST) {
            project.addTestCompileSourceRoot(directory);
        } else {
            project.addCompileSourceRoot(directory);
        }
    }

    /**
     * Checks that no other file is attached with the classifier and type of one of an adder's files.
     *
     * @throws ParameterException if such a file is attached
     */
    void requireFree(String classifier, AdderPaths adder) {
        for (String ending : AdderPaths.ENDINGS) {
            if (attached(classifier, ending)
                    .anyMatch(it -> !adder.file(ending).toFile().equals(it.getFile()))) {
                throw new ParameterException("Another file of the type " + type(ending)
                        + " is attached with the classifier '" + classifier(classifier, ending)
                        + "'; choose another classifier");
            }
        }
    }

    /**
     * Attaches each file of an adder once. A goal that forks the lifecycle, such as {@code source:jar}, runs
     * {@code train} again after the files were attached.
     */
    void attach(MavenProjectHelper helper, String classifier, AdderPaths adder, List<String> endings) {
        for (String ending : endings) {
            if (attached(classifier, ending).findAny().isEmpty()) {
                helper.attachArtifact(
                        project,
                        type(ending),
                        classifier(classifier, ending),
                        adder.file(ending).toFile());
            }
        }
    }

    private Stream<Artifact> attached(String classifier, String ending) {
        return project.getAttachedArtifacts().stream()
                .filter(it -> classifier(classifier, ending).equalsIgnoreCase(it.getClassifier())
                        && type(ending).equals(it.getType()));
    }

    private static String classifier(String classifier, String ending) {
        return ending.equals(AdderPaths.CERTIFICATE) ? classifier + "-certificate" : classifier;
    }

    private static String type(String ending) {
        return ending.equals(AdderPaths.CERTIFICATE) ? "json" : ending.substring(1);
    }
}
