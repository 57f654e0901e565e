package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {

    @TempDir
    private Path classes;

    @BeforeEach
    void compile() throws Exception {
        for (String name : new String[] {
            "model.json",
            "mode$Other.class",
            "Sums.class",
            "Sums$Generated.class",
            "Sums$Notes.txt",
            "SumsOfOthers.class"
        }) {
            Files.createFile(classes.resolve(name));
        }
    }

    @Test
    void whatMavenMadeOfALoaderAreItsClassAndThoseNestedInIt() throws Exception {
        assertThat(new Place(Path.of("Sums.java"), classes.resolve("Sums.class")).copies())
                .containsExactlyInAnyOrder(classes.resolve("Sums.class"), classes.resolve("Sums$Generated.class"));
    }

    @Test
    void whatMavenMadeOfAResourceIsItsCopyAlone() throws Exception {
        assertThat(new Place(Path.of("model.json"), classes.resolve("model.json")).copies())
                .containsExactly(classes.resolve("model.json"));
    }
}
