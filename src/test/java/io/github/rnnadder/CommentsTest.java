package io.github.rnnadder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formatter leaves comments as they are, so that they stay whole; it sees to none of this. */
class CommentsTest {

    private static final Pattern COMMENT = Pattern.compile("\\s*(\\*|/\\*|//).*");

    @ParameterizedTest
    @ValueSource(strings = {"main", "test", "jmh", "onnx"})
    void noneGoesBeyondTheMarginOfTheCode(String sources) throws IOException {
        List<String> beyond = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", sources, "java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line ->
                                line.length() > 120 && COMMENT.matcher(line).matches())
                        .forEach(line -> beyond.add(file.getFileName() + ": " + line));
            }
        }
        assertThat(beyond).isEmpty();
    }
}
