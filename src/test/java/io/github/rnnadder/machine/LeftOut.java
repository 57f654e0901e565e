package io.github.rnnadder.machine;

import io.github.rnnadder.browser.Chromium;
import io.github.rnnadder.proof.checker.SecondChecker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says at the end of {@code mvn verify} what was not tested, because this machine lacks a program. */
public final class LeftOut {

    private LeftOut() {}

    /** Prints one line, or nothing where nothing was left out; where CI runs, that is an error instead. */
    public static void main(String[] arguments) throws IOException {
        Optional<String> sentence =
                sentence(SecondChecker.isHere(), Chromium.program().isPresent(), OtherJdks.javas());
        if (sentence.isPresent() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(sentence.get());
        }
        sentence.ifPresent(System.out::println);
    }

    static Optional<String> sentence(boolean numpy, boolean browser, List<Path> jdks) {
        List<String> lacks = new ArrayList<>();
        if (!numpy) {
            lacks.add("the second checker (no python3 with numpy)");
        }
        if (!browser) {
            lacks.add("the pages in a browser (no chromium)");
        }
        if (jdks.isEmpty()) {
            lacks.add("other JVMs (no other JDK, 17 or later)");
        }
        return lacks.isEmpty()
                ? Optional.empty()
                : Optional.of("Not tested on this machine: " + String.join(", ", lacks));
    }
}
