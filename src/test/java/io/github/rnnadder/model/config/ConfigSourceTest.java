package io.github.rnnadder.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSourceTest {

    @TempDir
    private Path module;

    @Test
    void ofTheDefaultPlacesTheFirstThatIsThereCountsReadableOrNot() throws Exception {
        assertThat(ConfigSource.find(module)).isEmpty();
        Path directory = Files.createDirectories(module.resolve("src/main/rnn-adder"));
        assertThat(ConfigSource.find(module)).isEmpty();
        for (String name : new String[] {"adder.json", "adder.yml", "adder.yaml"}) {
            Path config = Files.createSymbolicLink(directory.resolve(name), Path.of("gone"));
            assertThat(ConfigSource.find(module)).contains(config);
        }
    }
}
