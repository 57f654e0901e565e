package io.github.rnnadder.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.numeric.SplitMix64;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMatrixTest {

    /** The most bytes of a hot method that C2 inlines, its option {@code FreqInlineSize}. */
    private static final int INLINED = 325;

    private final SplitMix64 random = new SplitMix64(7);

    @Test
    void theLoopOfATrainingIsMoreThanC2Inlines() {
        StringWriter code = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(
                        new PrintWriter(code),
                        new PrintWriter(code),
                        "-c",
                        "-p",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColumnMatrix.class.getName());
        String combine = code.toString().split(" combine\\(")[1].split("\\R\\R")[0];
        int lastReturn = Pattern.compile("(?U)(\\d+): return") // javap has the digits of the locale
                .matcher(combine)
                .results()
                .map(MatchResult::group)
                .mapToInt(line -> Integer.parseInt(line.substring(0, line.indexOf(':'))))
                .max()
                .orElseThrow();
        assertThat(lastReturn + 1).isGreaterThan(INLINED);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32, 40, 64, 72, 512})
    void everyLengthIsAddedUpInTheSameOrder(int rows) {
        double[][] w = new double[8][];
        Arrays.setAll(w, j -> random(rows));
        double[] c = random(8);
        double[] in = random(rows);
        double[] out = new double[rows];
        ColumnMatrix.combine(
                out, in, w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], c[0], c[1], c[2], c[3], c[4], c[5], c[6],
                c[7]);
        for (int i = 0; i < rows; i++) {
            double first = 0;
            double second = 0;
            for (int j = 0; j < 4; j++) {
                first += c[j] * w[j][i];
                second += c[4 + j] * w[4 + j][i];
            }
            assertThat(out[i]).isEqualTo(in[i] + (first + second));
        }
    }

    private double[] random(int length) {
        double[] x = new double[length];
        Arrays.setAll(x, i -> random.nextDouble() - 0.5);
        return x;
    }
}
