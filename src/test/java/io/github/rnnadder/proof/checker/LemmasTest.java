package io.github.rnnadder.proof.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.proof.certificate.Limits;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the tables of the page proof-argument with the constants of the code. */
class LemmasTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."));

    private static final List<Class<?>> CLASSES = List.of(
            Limits.class,
            CertificateChecker.class,
            InvertibleMetric.class,
            AbstractTransformer.class,
            SinglePrecision.class,
            SpectralNorm.class,
            EllipsoidZonotope.class,
            DecayCone.class);

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
        assertThat(rows).isEqualTo(34);
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
        assertThat(lemmas).isEqualTo(17);
    }

    /** By lemma and constant, the error that the lemma's text allows for where all limits are reached. */
    private static Map<String, Double> errors() throws Exception {
        double u = 0x1p-53;
        int n = Limits.MAX_HIDDEN_SIZE;
        double gamma = n * u / (1 - n * u);
        double gammaAndMore = (n + 2) * u / (1 - (n + 2) * u);
        double generators = (inCode("EllipsoidZonotope", "GENERATORS_PER_UNIT") + 1) * n;
        double stepped = 2; // nearly how far a set reaches after a step
        double row = 1; // of M, after a step
        double a = inCode("EllipsoidZonotope", "SEMI_AXIS_ALONG");
        double b = inCode("EllipsoidZonotope", "SEMI_AXIS_ACROSS");
        int cuts = Limits.MAX_HALVINGS;
        double rows =
                IntStream.range(0, cuts).mapToDouble(k -> row * Math.pow(b, k)).sum();
        double cut = Limits.MAX_COORDINATE - row + rows / 2 + row * Math.pow(b, cuts);
        double ofCuts = gamma * (2 * b - a + 0.5) * rows + cuts * u * cut;
        double program = (n + 4) * u;
        double inverse = inCode("InvertibleMetric", "RESIDUAL") + gamma * Limits.MAX_CONDITION;
        double products = 3 * u * Limits.MAX_CONDITION; // of the inverse with what it is multiplied by
        double affine = (gammaAndMore + generators * u) * Limits.MAX_WEIGHT_SUM * (Limits.MAX_COORDINATE + 1);
        double form = inCode("DecayCone", "UNIT_SLACK") + gamma * Limits.MAX_TUBE_FORM * Limits.MAX_COORDINATE;
        double cancelled = 2 * gammaAndMore * Limits.MAX_TUBE_SKEW;
        double underflow = (2 * n + Limits.MAX_WEIGHT_SUM) * Float.MIN_NORMAL;
        double ofMetric = Math.sqrt(n) * Limits.MAX_METRIC_NORM;
        double ofDeviation = ofMetric * (1 + Limits.MAX_TUBE_FORM * Limits.MAX_COORDINATE);
        return Map.ofEntries(
                Map.entry("L2 TOLERANCES", affine),
                Map.entry("L3 TOLERANCES", affine + 1e-14),
                Map.entry("L4 TOLERANCES", program * 2 * Limits.MAX_WEIGHT_SUM + 1e-12),
                Map.entry("L5 INVERSE_SLACK", 1.001 * inverse + products + generators * u),
                Map.entry("L5 ROUNDING", gamma * Limits.MAX_METRIC_NORM * (stepped + 0.1)),
                Map.entry("L6 INVERSE_SLACK", Math.sqrt(n) * (inverse + products)),
                Map.entry(
                        "L7 SLACK",
                        ofMetric * (gamma * (cut + Limits.MAX_COORDINATE) + ofCuts) + 8 * n * u * Limits.MAX_RADIUS),
                Map.entry("L8 SLACK", (8 + 4 + 2 + 1) * n * gamma),
                Map.entry(
                        "L9 TOLERANCES",
                        ((gamma + generators * u) * Limits.MAX_COORDINATE + program) * Limits.MAX_WEIGHT_SUM + 1e-15),
                Map.entry("L10 SLACK", form),
                Map.entry("L11 SLACK", (program + gamma) * Limits.MAX_WEIGHT_SUM * Limits.MAX_COORDINATE + cancelled),
                Map.entry("L12 SLACK", cancelled + gamma),
                Map.entry("L13 SLACK", cancelled + form + program),
                Map.entry(
                        "L14 GROWTH_MARGIN",
                        underflow * ofDeviation / (inCode("SinglePrecision", "TANH_ERROR") * 1e-13)),
                Map.entry(
                        "L15 TOLERANCES",
                        (form * Limits.MAX_WEIGHT_SUM + cancelled) * Limits.MAX_COORDINATE
                                + 1e-11 * Limits.MAX_WEIGHT_SUM),
                Map.entry("L16 SLACK", 2 * cancelled * cut + 2 * ofCuts * Limits.MAX_TUBE_SKEW));
    }

    @Test
    void noErrorIsSmallerThanTheLimitsAllow() throws Exception {
        Map<String, Double> stated = new TreeMap<>();
        Matcher row = ROW.matcher(page());
        while (row.find()) {
            if (row.group(1) != null) {
                stated.put(row.group(1) + " " + row.group(4), Double.parseDouble(row.group(6)));
            }
        }
        for (Map.Entry<String, Double> error : errors().entrySet()) {
            assertThat(stated.get(error.getKey()))
                    .as(error.getKey())
                    .isBetween(error.getValue(), 1.5 * error.getValue());
        }
    }

    @Test
    void halvesLeaveMoreToABallThanRoundingTakes() throws Exception {
        double a = inCode("EllipsoidZonotope", "SEMI_AXIS_ALONG");
        double b = inCode("EllipsoidZonotope", "SEMI_AXIS_ACROSS");
        double u = 0x1p-53;
        double gamma = Limits.MAX_HIDDEN_SIZE * u;
        double slack = 1 - Math.max(1 / (4 * a * a) + 1 / (b * b), 1 / (4 * a * a));
        double error = 2 / a * ((b - a) * 2 * gamma + gamma / 2 + 9 * u);

        Matcher row = Pattern.compile("\\| L18 \\| [^|]+ \\| (\\S+) \\| (\\S+) \\| (\\S+) \\|")
                .matcher(page());
        assertThat(row.find()).isTrue();
        assertThat(a).isLessThan(b);
        assertThat(slack).isEqualTo(Double.parseDouble(row.group(1)), within(1e-5));
        assertThat(Double.parseDouble(row.group(2))).isBetween(error, 1.5 * error);
        assertThat(slack / error).isGreaterThan(Double.parseDouble(row.group(3)));
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
}
