package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static CommandLine with(String property) {
        Properties properties = new Properties();
        properties.setProperty(property, "x");
        return new CommandLine(properties);
    }

    @Test
    void itKnowsWhatItSets() {
        assertThat(with("rnn-adder.resourceName").sets("weightsFile", "resourceName"))
                .isTrue();
        assertThat(with("rnn-adder.resourceName").sets("weightsFile")).isFalse();
        assertThat(with("resourceName").sets("resourceName")).isFalse();
    }
}
