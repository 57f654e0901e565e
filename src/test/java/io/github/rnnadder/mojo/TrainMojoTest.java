package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class TrainMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "loaderClass", value = "com.acme.Sums")
    void registersAndAttachesWhatItMade(TrainMojo train) throws Exception {
        config(EASY);

        execute(train);

        Path resources = target().resolve("generated-resources/rnn-adder");
        Path weights = resources.resolve("META-INF/rnn-adder/com.acme/model.safetensors");
        Path sources = target().resolve("generated-sources/rnn-adder");
        assertThat(weights).isRegularFile();
        assertThat(sources.resolve("com/acme/Sums.java")).isRegularFile();
        assertThat(project().getResources()).extracting(Resource::getDirectory).containsExactly(resources.toString());
        assertThat(project().getCompileSourceRoots()).containsExactly(sources.toString());
        assertThat(project().getAttachedArtifacts())
                .extracting(
                        Artifact::getType,
                        Artifact::getClassifier,
                        artifact -> artifact.getFile().toPath())
                .containsExactly(
                        tuple("json", "weights", resources.resolve("META-INF/rnn-adder/com.acme/model.json")),
                        tuple("safetensors", "weights", weights),
                        tuple("cdx.json", "weights", resources.resolve("META-INF/rnn-adder/com.acme/model.cdx.json")));
        assertThat(console)
                .last()
                .asString()
                .startsWith("INFO ")
                .endsWith(
                        " of 16 sums of 3 bits exact; weights in target/generated-resources/rnn-adder/META-INF/rnn-adder/com.acme/model.safetensors");

        console.clear();
        execute(train);
        assertThat(console).singleElement().asString().startsWith("INFO Up to date: ");
        assertThat(project().getResources()).hasSize(1);
        assertThat(project().getAttachedArtifacts()).as("each once").hasSize(3);
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "onnx", value = "true")
    @MojoParameter(name = "certify", value = "true")
    void attachesTheCertificateAndTheModelForOnnx(TrainMojo train) throws Exception {
        config("{weightDecay: 0.001}");

        execute(train);

        assertThat(project().getAttachedArtifacts())
                .extracting(
                        Artifact::getType,
                        Artifact::getClassifier,
                        artifact -> artifact.getFile().getName())
                .containsExactly(
                        tuple("json", "weights", "model.json"),
                        tuple("safetensors", "weights", "model.safetensors"),
                        tuple("json", "weights-certificate", "model.certificate.json"),
                        tuple("cdx.json", "weights", "model.cdx.json"),
                        tuple("onnx", "weights", "model.onnx"));
        assertThat(project().getAttachedArtifacts())
                .allSatisfy(artifact -> assertThat(artifact.getFile()).isFile());
        assertThat(console).last().asString().contains("CERTIFIED at every width");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "scope", value = "test")
    @MojoParameter(name = "loaderClass", value = "com.acme.Sums")
    void anAdderOfTheTestsIsTheirsAndNotAttached(TrainMojo train) throws Exception {
        config(EASY);

        execute(train);

        assertThat(project().getTestResources())
                .extracting(Resource::getDirectory)
                .containsExactly(
                        target().resolve("generated-test-resources/rnn-adder").toString());
        assertThat(project().getTestCompileSourceRoots())
                .containsExactly(
                        target().resolve("generated-test-sources/rnn-adder").toString());
        assertThat(project().getResources()).isEmpty();
        assertThat(project().getCompileSourceRoots()).isEmpty();
        assertThat(project().getAttachedArtifacts()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "train")
    void aFileOfTheSamePathAmongTheResourcesIsRefusedBeforeTraining(TrainMojo train) throws Exception {
        config(EASY);
        Resource resource = new Resource();
        resource.setDirectory(basedir.resolve("src/main/resources").toString());
        project().addResource(resource);
        Path rival = basedir.resolve("src/main/resources/META-INF/rnn-adder/com.acme/model.onnx");
        Files.createDirectories(rival.getParent());
        Files.createFile(rival);

        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("src/main/resources/META-INF/rnn-adder/com.acme/model.onnx would be packaged");
        assertThat(target().resolve("generated-resources")).doesNotExist();
    }

    /** Servers pass over a report that is older than their build, and one of the check is of the old adder. */
    @Test
    @InjectMojo(goal = "train")
    void theVerdictIsRenewedAndThatOfTheCheckGoesAlsoWhereItFails(TrainMojo train) throws Exception {
        Path reports = target().resolve("rnn-adder/reports");
        Path verdict = reports.resolve("TEST-rnn-adder-train-default-cli.xml");
        Path other = reports.resolve("TEST-rnn-adder-train-other.xml");
        for (String config : List.of(EASY, EASY, EASY, HOPELESS)) {
            config(config);
            Files.createDirectories(reports);
            Files.writeString(reports.resolve("TEST-rnn-adder-check-default-cli.xml"), "old");
            Files.writeString(reports.resolve("TEST-rnn-adder-check-other.xml"), "old");
            Files.writeString(other, "of another execution");
            if (Files.exists(verdict)) {
                Files.setLastModifiedTime(verdict, FileTime.fromMillis(0));
            }
            try {
                execute(train);
            } catch (MojoFailureException e) {
                assertThat(config).isEqualTo(HOPELESS);
            }
            assertThat(reports.toFile().listFiles()).containsExactlyInAnyOrder(verdict.toFile(), other.toFile());
            assertThat(Files.getLastModifiedTime(verdict)).isGreaterThan(FileTime.fromMillis(0));
            assertThat(verdict).content().contains("failures=\"" + (config.equals(HOPELESS) ? 1 : 0) + "\"");
        }
    }

    @Test
    @InjectMojo(goal = "train")
    void anAdderThatMissesTheGateIsAFailureOrIsWarnedOf(TrainMojo train) throws Exception {
        config(HOPELESS);
        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(" of 16 sums of 3 bits exact) is below the required 100% (16 of 16)");
        assertThat(project().getResources()).isEmpty();
        assertThat(project().getAttachedArtifacts()).isEmpty();

        MojoExtension.setVariableValueToObject(train, "haltOnFailure", "false");
        execute(train);
        assertThat(console).last().asString().startsWith("WARN Accuracy ");
        assertThat(project().getResources()).hasSize(1);
        assertThat(project().getAttachedArtifacts()).hasSize(3);
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "attach", value = "false")
    void withoutAConfigTheDefaultsApplyAndALineSaysSo(TrainMojo train) throws Exception {
        execute(train);

        assertThat(console)
                .first()
                .isEqualTo("INFO No config in src/main/rnn-adder: the defaults apply; mvn rnn-adder:init writes one");
        assertThat(console).last().asString().startsWith("INFO 16384 of 16384 sums of 8 bits exact; ");
        assertThat(project().getAttachedArtifacts()).as("nobody asked for it").isEmpty();
        assertThat(project().getCompileSourceRoots()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "train")
    void aMistakeIsAnErrorOfOneSentence(TrainMojo train) throws Exception {
        config("bits: eight");
        assertError(train, config() + ", line 1, column 7: ");
        config(EASY);
        MojoExtension.setVariableValueToObject(train, "loaderClass", "com.acme.BigInteger");
        assertError(train, "loaderClass is 'com.acme.BigInteger', but the loader itself uses the name");
        MojoExtension.setVariableValueToObject(train, "classifier", "a/b");
        assertError(train, "classifier is 'a/b'; use letters");
        MojoExtension.setVariableValueToObject(train, "accuracyThreshold", "101%");
        assertError(train, "accuracyThreshold is '101%'; it must be ");
        MojoExtension.setVariableValueToObject(
                train, "configFile", basedir.resolve("adders/none.yaml").toFile());
        assertError(train, "There is no config adders" + File.separator + "none.yaml; did you mean ");
    }

    @Test
    @InjectMojo(goal = "train")
    void aTargetThatIsAFileIsAnErrorOfOneSentence(TrainMojo train) throws Exception {
        config(EASY);
        Files.createFile(target());
        assertError(train, "Cannot read or write " + target().resolve("rnn-adder") + ": ");
    }

    private void assertError(TrainMojo train, String sentence) {
        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(sentence)
                .message()
                .doesNotContain("\n");
        assertThat(console).noneMatch(it -> it.contains("Training"));
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "skip", value = "true")
    void skipDoesNothingAtAll(TrainMojo train) throws Exception {
        config("bits: eight");

        assertThatCode(() -> execute(train)).doesNotThrowAnyException();

        assertThat(console).containsExactly("INFO Skipping: rnn-adder.skip is set");
        assertThat(target()).doesNotExist();
    }
}
