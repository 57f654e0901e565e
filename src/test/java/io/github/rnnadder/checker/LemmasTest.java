package io.github.rnnadder.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.certificate.Limits;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of the page that argues the proof, against the code that it speaks of. */
class LemmasTest {

    /** What the checker, its data and their digest may have as lines of code. */
    private static final int MOST_LINES = 651;

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."));
    private static final List<Class<?>> CLASSES = List.of(
            Limits.class,
            CertificateChecker.class,
            Norm.class,
            SetStep.class,
            SinglePrecision.class,
            SpectralNorm.class,
            StateSet.class,
            ZeroTube.class);

    /** A cell that names a constant, and the number in the next one or the one after. */
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\|(?: (L\\d+) \\|)? (half of )?`(\\w+)\\.(\\w+)` \\| (\\S+) \\|(?: (\\S+) \\| (\\S+) \\|)?");

    private static String page() throws Exception {
        return Files.readString(ROOT.resolve("src/site/markdown/proof-argument.md"));
    }

    private static double inCode(String type, String constant) throws Exception {
        Class<?> owner = CLASSES.stream()
                .filter(it -> it.getSimpleName().equals(type))
                .findFirst()
                .orElseThrow();
        Field field = owner.getDeclaredField(constant);
        field.setAccessible(true);
        return field.get(null) instanceof Number number ? number.doubleValue() : Limits.TOLERANCES.get(0);
    }

    @Test
    void everyConstantIsThatOfTheCode() throws Exception {
        Matcher row = ROW.matcher(page());
        int rows = 0;
        while (row.find()) {
            rows++;
            double value = inCode(row.group(3), row.group(4)) / (row.group(2) == null ? 1 : 2);
            assertThat(Double.parseDouble(row.group(5)))
                    .as("%s.%s", row.group(3), row.group(4))
                    .isEqualTo(value);
        }
        assertThat(rows).isEqualTo(40);
    }

    @Test
    void everySlackExceedsTheErrorByWhatIsSaid() throws Exception {
        Matcher row = ROW.matcher(page());
        int lemmas = 0;
        while (row.find()) {
            if (row.group(1) != null) {
                lemmas++;
                double ratio = Double.parseDouble(row.group(7));
                assertThat(ratio).as(row.group()).isGreaterThan(1);
                assertThat(Double.parseDouble(row.group(5)) / Double.parseDouble(row.group(6)))
                        .as(row.group())
                        .isCloseTo(ratio * 1.05, within(0.1 * ratio));
            }
        }
        assertThat(lemmas).isEqualTo(18);
    }

    @Test
    void noConstantOfTheCheckerIsMissing() throws Exception {
        Set<String> named = new TreeSet<>();
        Matcher row = ROW.matcher(page());
        while (row.find()) {
            named.add(row.group(3) + "." + row.group(4));
        }
        Set<String> constants = new TreeSet<>();
        for (Class<?> type : CLASSES) {
            Arrays.stream(type.getDeclaredFields())
                    .filter(it -> Modifier.isStatic(it.getModifiers()) && it.getType() == double.class)
                    .forEach(it -> constants.add(type.getSimpleName() + "." + it.getName()));
        }
        constants.add("Limits.TOLERANCES");
        assertThat(named).isEqualTo(constants);
    }

    @Test
    void whatHasToBeTrustedIsSmall() throws Exception {
        List<Path> trusted = new ArrayList<>();
        Path main = ROOT.resolve("src/main/java/io/github/rnnadder");
        try (var files = Files.list(main.resolve("checker"))) {
            files.filter(it -> !it.endsWith("package-info.java")).forEach(trusted::add);
        }
        for (String data : List.of("Certificate", "FullAdder", "Limits", "Precision")) {
            trusted.add(main.resolve("certificate/" + data + ".java"));
        }
        for (String data : List.of("TensorBytes", "Weights")) {
            trusted.add(main.resolve("network/" + data + ".java"));
        }
        trusted.add(main.resolve("numeric/Matrices.java"));
        trusted.add(main.resolve("text/Sha256.java"));
        int lines = 0;
        for (Path file : trusted) {
            lines += codeLines(Files.readString(file));
        }
        assertThat(lines)
                .as("lines of code without comments, blanks, package and imports")
                .isLessThanOrEqualTo(MOST_LINES);
    }

    private static int codeLines(String source) {
        return (int) source.replaceAll("(?s)/\\*.*?\\*/", "")
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty()
                        && !it.startsWith("//")
                        && !it.startsWith("import ")
                        && !it.startsWith("package "))
                .count();
    }
}
