package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that the page on troubleshooting explains are those of the code, word for word. */
class MessagesTest {

    /** The first cell of a row. */
    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\n])*)\"");

    /** What stands between two halves of one literal. */
    private static final Pattern SEAM = Pattern.compile("\"\\s*\\+\\s*\"");

    static List<Arguments> messages() throws IOException {
        return MESSAGE.matcher(Files.readString(Path.of("src/site/markdown/troubleshooting.md")))
                .results()
                .map(row -> arguments(row.group(1)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void itsWordsStandInOneClassInThisOrder(String message) throws IOException {
        List<String> words = Stream.of(message.split("…"))
                .filter(it -> it.matches("(?s).*\\w.*"))
                .toList();
        assertThat(words).isNotEmpty();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).anyMatch(source -> says(source, words));
        }
    }

    private static Stream<String> literals(Path source) {
        try {
            String code = SEAM.matcher(Files.readString(source)).replaceAll("");
            return LITERAL.matcher(code).results().map(literal -> literal.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(Path source, List<String> words) {
        String literals = literals(source).collect(Collectors.joining("\n"));
        int from = 0;
        for (String word : words) {
            int at = literals.indexOf(word, from);
            if (at < 0) {
                return false;
            }
            from = at + word.length();
        }
        return true;
    }
}
