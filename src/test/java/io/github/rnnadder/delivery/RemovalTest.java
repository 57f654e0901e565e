package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

    @TempDir
    private Path target;

    @Test
    void whatIsStuckIsNamedAndNotSaidToBeGone() throws Exception {
        Path stuck = target.resolve("resources/stuck.json");
        Files.createDirectories(stuck.resolve("with something in it"));
        Path other = Files.createFile(target.resolve("resources/other.json"));
        Removal removal = new Removal(Set.of());
        removal.remove(new Place(stuck, target.resolve("classes/stuck.json")));
        removal.remove(new Place(other, target.resolve("classes/other.json")));
        assertThat(removal.gone()).containsExactly(other);
        assertThatThrownBy(removal::requireComplete)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(stuck + " (")
                .hasMessageNotContaining("other.json");
    }
}
