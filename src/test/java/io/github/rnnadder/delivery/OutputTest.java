package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    private Path directory;

    @Test
    void whatTrainCannotHaveMadeIsSomebodyElses() throws Exception {
        Path place = directory.resolve("model.json");
        assertThat(Output.isForeign(place)).as("nothing there").isFalse();
        Files.writeString(place, "{\"format\": \"rnn-adder\"}");
        assertThat(Output.isForeign(place)).as("its own").isFalse();
        Files.writeString(place, "{}");
        assertThat(Output.isForeign(place)).as("another file").isTrue();
        Files.delete(place);
        Files.createDirectory(place);
        assertThat(Output.isForeign(place)).as("a directory").isTrue();
    }
}
