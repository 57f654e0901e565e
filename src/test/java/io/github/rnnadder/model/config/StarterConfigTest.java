package io.github.rnnadder.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarterConfigTest {

    private static final Path SCHEMA = Path.of("src/main/resources/META-INF/rnn-adder/adder.schema.json");

    @TempDir
    private Path basedir;

    private Path directory;

    @BeforeEach
    void nameDirectory() {
        directory = basedir.resolve("src/main/rnn-adder");
    }

    private List<String> write() throws IOException {
        return new StarterConfig(basedir, basedir).write();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void itIsAConfigWithItsSchemaBesideIt() throws Exception {
        assertThat(write())
                .containsExactly(
                        "Wrote " + directory.resolve("adder.schema.json"), "Wrote " + directory.resolve("adder.yaml"));

        assertThat(names()).containsExactly("adder.schema.json", "adder.yaml");
        assertThat(directory.resolve("adder.schema.json")).hasSameBinaryContentAs(SCHEMA);
    }

    @Test
    void itAsksForTheDefaultsAndForAProof() throws Exception {
        write();

        TrainingConfig config = ConfigReader.read(ConfigSource.read(directory.resolve("adder.yaml")));
        assertThat(config)
                .usingRecursiveComparison()
                .ignoringFields("weightDecay", "certify")
                .isEqualTo(TrainingConfig.DEFAULTS);
        assertThat(config.weightDecay()).isEqualTo(0.001);
        assertThat(config.certify()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adder.yaml", "adder.yml", "adder.json"})
    void aConfigThatIsThereStaysAsItIsAndTheOnlyOne(String name) throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name), "{}");

        assertThat(write())
                .containsExactly(
                        "Wrote " + directory.resolve("adder.schema.json"),
                        directory.resolve(name) + " exists already and was kept");

        assertThat(names()).containsExactlyInAnyOrder("adder.schema.json", name);
        assertThat(directory.resolve(name)).hasContent("{}");
        assertThat(new StarterConfig(basedir, basedir).config()).isEqualTo("src/main/rnn-adder/" + name);
    }

    @Test
    void aSchemaThatIsThereStaysAsItIs() throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("adder.schema.json"), "true");

        assertThat(write())
                .containsExactly(
                        directory.resolve("adder.schema.json") + " exists already and was kept",
                        "Wrote " + directory.resolve("adder.yaml"));

        assertThat(directory.resolve("adder.schema.json")).hasContent("true");
    }

    @Test
    void aLinkToNothingIsThereToo() throws Exception {
        Files.createDirectories(directory);
        Path link = Files.createSymbolicLink(directory.resolve("adder.yaml"), basedir.resolve("elsewhere.yaml"));

        assertThat(write()).contains(link + " exists already and was kept");

        assertThat(link).isSymbolicLink();
        assertThat(basedir.resolve("elsewhere.yaml")).doesNotExist();
    }

    @Test
    void theQuickstartLearnsFromTheSame() throws Exception {
        write();

        assertThat(Path.of("src/it/quickstart/model/src/main/rnn-adder/adder.yaml"))
                .content()
                .isEqualTo(Files.readString(directory.resolve("adder.yaml")).replaceFirst("#.*\n", ""));
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsAnErrorThatNamesIt() throws Exception {
        Files.createDirectories(directory.getParent());
        Files.createFile(directory);

        assertThatThrownBy(this::write)
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(directory.toString());
    }

    @Test
    void whereTheBuildCacheIsUsedItIsToldAboutTheParametersAndTheRecords() throws IOException {
        Path mvn = Files.createDirectories(basedir.resolve(".mvn"));
        Files.writeString(mvn.resolve("extensions.xml"), "<artifactId>another-extension</artifactId>");
        assertThat(write()).hasSize(2);
        Files.writeString(mvn.resolve("extensions.xml"), "<artifactId>maven-build-cache-extension</artifactId>");
        assertThat(write()).contains("Wrote " + mvn.resolve("maven-build-cache-config.xml"));
        assertThat(mvn.resolve("maven-build-cache-config.xml"))
                .content()
                .contains("<dirName>rnn-adder/records</dirName>", "propertyName=\"certify\"");
        Files.writeString(mvn.resolve("maven-build-cache-config.xml"), "mine");
        write();
        assertThat(mvn.resolve("maven-build-cache-config.xml")).hasContent("mine");
    }
}
