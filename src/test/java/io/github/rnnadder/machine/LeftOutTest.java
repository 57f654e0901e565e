package io.github.rnnadder.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftOutTest {

    private static final List<Path> ANOTHER_JDK = List.of(Path.of("java"));

    @Test
    void whatAMachineLacksIsOneSentence() {
        assertThat(LeftOut.sentence(true, true, ANOTHER_JDK)).isEmpty();
        assertThat(LeftOut.sentence(false, false, List.of()))
                .contains("Not tested on this machine: the second checker (no python3 with numpy), "
                        + "the pages in a browser (no chromium), other JVMs (no other JDK, 17 or later)");
        assertThat(LeftOut.sentence(true, false, ANOTHER_JDK))
                .contains("Not tested on this machine: the pages in a browser (no chromium)");
    }
}
