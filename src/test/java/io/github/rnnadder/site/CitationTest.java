package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a page first speaks of the report that the network comes from, it says which: the goal {@code report} is
 * another.
 */
class CitationTest {

    private static final Pattern MENTION =
            Pattern.compile("student's\\s+report|Algorithm 1|[Ff]igures? \\d|[Ss]ection \\d|equations? \\(");

    private static final Pattern SOURCE =
            Pattern.compile("YengHung\\s+Ou(,|'s)\\s+\\*Deep\\s+Learning\\s+and\\s+Practice\\s+HW4\\*(,| of)\\s+2019");

    /** In characters: within the sentence. */
    private static final int NEAR = 160;

    static List<Path> pages() throws IOException {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theSourceIsNamedWhereItIsFirstMentioned(Path page) throws Exception {
        String text = Files.readString(page);
        Matcher mention = MENTION.matcher(text);
        if (mention.find()) {
            String around =
                    text.substring(Math.max(0, mention.start() - NEAR), Math.min(text.length(), mention.end() + NEAR));
            assertThat(around).containsPattern(SOURCE);
        }
    }
}
