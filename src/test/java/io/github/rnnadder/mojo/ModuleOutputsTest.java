package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.delivery.AdderPaths;
import io.github.rnnadder.delivery.ResourceName;
import io.github.rnnadder.delivery.TrainRequest;
import io.github.rnnadder.loader.LoaderClass;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleOutputsTest {

    private static final String NAME = "META-INF/rnn-adder/com.acme/model";

    @TempDir
    Path basedir;

    private final MavenProject project = new MavenProject();
    private final Map<String, String> made = new HashMap<>();

    @BeforeEach
    void describe() {
        GoalTest.locate(project, basedir);
    }

    private void addResources(String directory, String targetPath) {
        Resource resource = new Resource();
        resource.setDirectory(basedir.resolve(directory).toString());
        resource.setTargetPath(targetPath);
        project.addResource(resource);
    }

    private Path create(String file) throws Exception {
        Files.createDirectories(basedir.resolve(file).getParent());
        return Files.createFile(basedir.resolve(file));
    }

    private TrainRequest request(Scope scope, String execution, String resource, String loader) {
        return new TrainRequest(
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                true,
                false,
                "1",
                execution,
                Set.of(execution),
                new ResourceName(resource),
                Optional.empty(),
                Optional.ofNullable(loader).map(LoaderClass::new),
                ModuleOutputs.directories(project),
                scope.of(ModuleOutputs.directories(project)));
    }

    private void requireSole(Scope scope, String execution, String resource, String loader) {
        TrainRequest request = request(scope, execution, resource, loader);
        new ModuleOutputs(project, scope).requireSole(request, made);
        request.files().forEach(file -> made.put(ModuleOutputs.key(file), execution));
    }

    private void requireSole() {
        requireSole(Scope.MAIN, "default", NAME, "com.acme.Sums");
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/resources,, src/main/resources/" + NAME + ".json",
        "src/main/resources,, src/main/resources/" + NAME + ".certificate.json",
        "src/more, META-INF, src/more/rnn-adder/com.acme/model.json",
        "src/more, META-INF/rnn-adder/com.acme/, src/more/model.json",
        "src/more, ., src/more/" + NAME + ".json"
    })
    void aFileThatAnotherResourceDirectoryPackagesUnderItsNameIsAnError(String directory, String target, String file)
            throws Exception {
        addResources("src/none", null);
        addResources(directory, target);
        requireSole();
        create(file);
        assertThatThrownBy(this::requireSole)
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith(file + " would be packaged under the same name as target/generated-resources/")
                .hasMessageEndingWith(", which train makes; remove it, or choose another resourceName");
    }

    @Test
    void aFileThatIsPackagedElsewhereIsNone() throws Exception {
        addResources("src/main/resources", "elsewhere");
        addResources("src/more", "META-INF/rnn");
        create("src/main/resources/" + NAME + ".json");
        create("src/more/-adder/com.acme/model.json");
        requireSole();
        assertThatCode(() -> requireSole(Scope.TEST, "default", NAME, null)).doesNotThrowAnyException();
    }

    @Test
    void aClassOfItsNameInAnotherSourceRootIsAnError() throws Exception {
        String own = basedir.resolve("target/generated-sources/rnn-adder").toString();
        project.addCompileSourceRoot(own);
        project.addCompileSourceRoot(basedir.resolve("src/main/java").toString());
        create("target/generated-sources/rnn-adder/com/acme/Sums.java");
        requireSole();
        create("src/main/java/com/acme/Sums.java");
        assertThatThrownBy(this::requireSole)
                .hasMessageStartingWith("src/main/java/com/acme/Sums.java would be packaged under the same name as"
                        + " target/generated-sources/rnn-adder/com/acme/Sums.java")
                .hasMessageEndingWith("choose another loaderClass");
        project.addTestCompileSourceRoot(basedir.resolve("src/test/java").toString());
        requireSole(Scope.TEST, "default", NAME, "com.acme.Sums");
        create("src/test/java/com/acme/Sums.java");
        assertThatThrownBy(() -> requireSole(Scope.TEST, "default", NAME, "com.acme.Sums"))
                .hasMessageContaining("choose another loaderClass");
    }

    @ParameterizedTest
    @CsvSource({
        NAME + ", com.acme.Other, .json",
        "META-INF/rnn-adder/com.acme/Model, com.acme.Other, .json",
        NAME + ".certificate, com.acme.Other, .certificate.json",
        NAME + ".cdx, com.acme.Other, .cdx.json",
        "other, com.acme.Sums, Sums.java",
        "other, com.acme.SUMS, SUMS.java"
    })
    void aFileThatAnotherExecutionMadeIsAnErrorInTheSecond(String resource, String loader, String file) {
        requireSole();
        assertThatThrownBy(() -> requireSole(Scope.MAIN, "second", resource, loader))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("The executions 'default' and 'second' of train would write the same file: ")
                .hasMessageContaining(file);
    }

    @Test
    void whatItMadeItselfInThisBuildAndWhatTheTestsHaveIsNone() {
        requireSole();
        requireSole();
        requireSole(Scope.TEST, "tests", NAME, "com.acme.Sums");
        requireSole(Scope.MAIN, "second", NAME + "2", "com.acme.Sums2");
    }

    @ParameterizedTest
    @CsvSource({
        "json, weights, weights",
        "onnx, Weights, weights",
        "cdx.json, weights, weights",
        "json, weights-certificate, weights-certificate"
    })
    @SuppressWarnings("deprecation") // the one that needs no container
    void anotherFileThatIsAttachedUnderTheSameNamesIsAnError(String type, String classifier, String named) {
        project.addAttachedArtifact(GoalTest.artifact(type, classifier));
        AdderPaths adder = request(Scope.MAIN, "default", NAME, null).adder();
        assertThatThrownBy(() -> new ModuleOutputs(project, Scope.MAIN).requireFree("weights", adder))
                .isInstanceOf(ParameterException.class)
                .hasMessage("Another file of the type " + type + " is attached with the classifier '" + named
                        + "'; choose another classifier");
        assertThatCode(() -> new ModuleOutputs(project, Scope.MAIN).requireFree("more", adder))
                .doesNotThrowAnyException();
    }

    /** By a build that forks the lifecycle; Maven would warn of it. */
    @Test
    @SuppressWarnings("deprecation") // the one that needs no container
    void whatIsAttachedAlreadyIsNotAttachedAgain() {
        AdderPaths adder = request(Scope.MAIN, "default", NAME, null).adder();
        Artifact json = GoalTest.artifact("json", "weights");
        json.setFile(adder.file(".json").toFile());
        project.addAttachedArtifact(json);
        new ModuleOutputs(project, Scope.MAIN).requireFree("weights", adder);
        List<Object> attached = new ArrayList<>();
        MavenProjectHelper helper = (MavenProjectHelper) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MavenProjectHelper.class}, (proxy, method, arguments) -> {
                    attached.add(arguments[1] + " " + arguments[2]);
                    return null;
                });
        new ModuleOutputs(project, Scope.MAIN).attach(helper, "weights", adder, AdderPaths.ENDINGS);
        assertThat(attached)
                .containsExactly("safetensors weights", "json weights-certificate", "cdx.json weights", "onnx weights");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsPutTogetherForAWarIsAPlaceOfClasses(boolean configured) throws Exception {
        Plugin war = new Plugin();
        war.setArtifactId("maven-war-plugin");
        project.getBuild().addPlugin(war);
        if (configured) {
            war.setConfiguration(Xpp3DomBuilder.build(new StringReader(
                    "<configuration><webappDirectory>target/exploded</webappDirectory></configuration>")));
        }
        assertThat(ModuleOutputs.directories(project).main().classes())
                .containsExactly(
                        basedir.resolve("target/classes"),
                        basedir.resolve("target/" + (configured ? "exploded" : "model-1") + "/WEB-INF/classes"));
    }
}
