package io.github.rnnadder.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.fuzz.Mutations;
import io.github.rnnadder.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFuzzTest {

    private static final String YAML = """
            bits: 8                # T
            hiddenSize: 16
            initializer: uniform-fan-in
            learningRate: 0.1
            seed: -1
            accuracyThreshold: "99.5%"
            weightDecay: 1e-3
            certify: false
            """;

    private static final String JSON =
            "{\"bits\": 8, \"learningRate\": 1e-1, \"initializer\": \"uniform-positive\", \"certify\": true}";

    @ParameterizedTest
    @CsvSource({"m.yaml", "m.json"})
    void aMutatedConfigIsAConfigOrOneSentence(String name) {
        byte[] valid = (name.endsWith(".yaml") ? YAML : JSON).getBytes(StandardCharsets.UTF_8);
        Seeds.tryAll(random -> {
            try {
                byte[] mutated = Mutations.mutate(valid, random);
                assertThat(ConfigReader.read(new ConfigSource(Path.of(name), mutated)))
                        .isNotNull();
            } catch (ConfigException e) {
                Mutations.assertOneSentence(e, name);
            }
        });
    }
}
