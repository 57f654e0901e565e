package io.github.rnnadder.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.base.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemTest {

    private static final int SAMPLE = 1 << 14;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theEnumeratedStemsAreAllThereAre(int columns) {
        Set<Stem> stems = new HashSet<>();
        for (int number = 0; number < 1 << 2 * columns; number++) {
            stems.add(Stem.enumerated(number, columns));
        }
        assertThat(stems)
                .hasSize(1 << 2 * columns)
                .allMatch(stem -> stem.a() >= 0 && stem.a() < 1 << columns && stem.b() >= 0 && stem.b() < 1 << columns);
    }

    /** What is measured of a network at a great width must not change from one release to the next. */
    @ParameterizedTest
    @CsvSource({
        "8, 364f7fe078b6aca9e7543158e33499381950d3053159557b981d9566ca0d571f",
        "57, 73b519e3944c517fb7b6f1f6760718b11b6dadbd7bd357eb535f1845935d649e"
    })
    void theSampleIsFixed(int columns, String digest) {
        String sample = IntStream.range(0, SAMPLE)
                .mapToObj(number -> Stem.sampled(number, columns))
                .map(stem -> stem.a() + " " + stem.b() + "\n")
                .collect(Collectors.joining());
        assertThat(Sha256.of(sample.getBytes(StandardCharsets.US_ASCII))).isEqualTo(digest);
    }

    /** The columns of 13 and of 62 bits, without the four that grow from each stem and the last. */
    @ParameterizedTest
    @ValueSource(ints = {8, 57})
    void sevenOfEightSampledStemsHaveEachBitAsOftenAsNot(int columns) {
        int[] ones = new int[2 * columns];
        Set<Stem> different = new HashSet<>();
        for (int number = 0; number < SAMPLE; number++) {
            Stem stem = Stem.sampled(number, columns);
            if (number % 8 != 0) {
                different.add(stem);
                assertThat(stem.a() | stem.b()).isBetween(0L, (1L << columns) - 1);
                for (int t = 0; t < columns; t++) {
                    ones[t] += (int) (stem.a() >>> t & 1);
                    ones[columns + t] += (int) (stem.b() >>> t & 1);
                }
            }
        }
        assertThat(different).hasSizeGreaterThan(columns == 8 ? 12_000 : SAMPLE * 7 / 8 - 1);
        for (int count : ones) {
            // Five standard deviations of 14,336 coins.
            assertThat(count).isCloseTo(SAMPLE * 7 / 16, within(300));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 57})
    void inTheEighthACarryFromEachColumnIsHandedOnToTheEndInThreeWays(int columns) {
        Set<String> ways = new HashSet<>();
        for (int number = 0; number < SAMPLE; number += 8) {
            Stem stem = Stem.sampled(number, columns);
            assertThat(stem.a() | stem.b()).isBetween(0L, (1L << columns) - 1);
            int start = number / 8 % columns;
            assertThat(stem.a() & stem.b() & 1L << start).as("a carry").isNotZero();
            long above = (1L << columns) - (2L << start);
            assertThat((stem.a() ^ stem.b()) & above).as("handed on").isEqualTo(above);
            if (start < columns - 2) {
                long a = stem.a() & above;
                ways.add(start + (a == above ? " first" : a == 0 ? " second" : " either"));
            }
        }
        assertThat(ways).hasSize(3 * (columns - 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 57})
    void belowACarryTheBitsAreRandomToo(int columns) {
        int ones = 0;
        int bits = 0;
        for (int number = 0; number < SAMPLE; number += 8) {
            Stem stem = Stem.sampled(number, columns);
            long below = (1L << number / 8 % columns) - 1;
            ones += Long.bitCount(stem.a() & below) + Long.bitCount(stem.b() & below);
            bits += 2 * Long.bitCount(below);
        }
        assertThat((double) ones / bits).isCloseTo(0.5, within(0.02));
    }
}
