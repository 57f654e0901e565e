package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class StudyMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "study")
    void noFileOfTheUsersIsReplacedOutsideOfTarget(StudyMojo study) throws Exception {
        Path directory = Files.createDirectories(basedir.resolve("docs"));
        MojoExtension.setVariableValueToObject(study, "studyDirectory", directory.toFile());
        for (String name : List.of("study.csv", "study.md", "study.html")) {
            Path mine = Files.writeString(directory.resolve(name), "mine");
            assertThatThrownBy(study::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageStartingWith(mine + " exists already; ");
            assertThat(directory).isDirectoryContaining(mine::equals);
            assertThat(mine).hasContent("mine");
            Files.delete(mine);
        }
        assertThat(console).noneMatch(it -> it.contains("Training"));
    }
}
