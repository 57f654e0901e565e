package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages can be read by day and by night: contrast as WCAG 2.1 counts it, 1.4.3, level AA for small text. */
class ColoursTest {

    private static final double LEAST = 4.5;
    private static final Pattern ROOT = Pattern.compile(":root \\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--(\\w+): #([0-9a-f]{3}|[0-9a-f]{6});");

    /** By day and by night, in this order. */
    private static List<Map<String, String>> colours() throws IOException {
        return ROOT.matcher(Files.readString(Path.of("src/site/resources/css/site.css")))
                .results()
                .map(root -> COLOUR.matcher(root.group(1))
                        .results()
                        .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, panel",
        "ink, stripe",
        "quiet, paper",
        "quiet, panel",
        "link, paper",
        "link, panel",
        "link, stripe",
        "link, line",
        "accent, paper",
        "accent, panel",
        "string, panel",
        "paper, link"
    })
    void textStandsOutFromWhatItIsOn(String text, String ground) throws IOException {
        assertThat(colours())
                .hasSize(2)
                .allSatisfy(of -> assertThat(contrast(of.get(text), of.get(ground)))
                        .as(of.toString())
                        .isGreaterThanOrEqualTo(LEAST));
    }

    private static double contrast(String one, String other) {
        double[] light = {luminance(one), luminance(other)};
        Arrays.sort(light);
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    private static double luminance(String colour) {
        int digits = colour.length() / 3;
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            String channel = colour.substring(i * digits, (i + 1) * digits).repeat(3 - digits);
            double c = Integer.parseInt(channel, 16) / 255.0;
            luminance += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }
}
