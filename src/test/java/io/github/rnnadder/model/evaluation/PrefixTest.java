package io.github.rnnadder.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {

    private static final int SAMPLE = 1 << 14;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theEnumeratedPrefixesAreAllThereAre(int bits) {
        Set<Prefix> prefixes = new HashSet<>();
        for (int number = 0; number < 1 << 2 * bits; number++) {
            prefixes.add(Prefix.enumerated(number, bits));
        }
        assertThat(prefixes)
                .hasSize(1 << 2 * bits)
                .allMatch(prefix ->
                        prefix.a() >= 0 && prefix.a() < 1 << bits && prefix.b() >= 0 && prefix.b() < 1 << bits);
    }

    /** The sample must not change between releases. */
    @ParameterizedTest
    @CsvSource({
        "8, 364f7fe078b6aca9e7543158e33499381950d3053159557b981d9566ca0d571f",
        "57, 73b519e3944c517fb7b6f1f6760718b11b6dadbd7bd357eb535f1845935d649e"
    })
    void theSampleIsFixed(int bits, String digest) {
        String sample = IntStream.range(0, SAMPLE)
                .mapToObj(number -> Prefix.sampled(number, bits))
                .map(prefix -> prefix.a() + " " + prefix.b() + "\n")
                .collect(Collectors.joining());
        assertThat(Sha256.of(sample.getBytes(StandardCharsets.US_ASCII))).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 57})
    void inTheEighthACarryFromEachColumnIsHandedOnToTheEndInThreeWays(int bits) {
        Set<String> ways = new HashSet<>();
        for (int number = 0; number < SAMPLE; number += 8) {
            Prefix prefix = Prefix.sampled(number, bits);
            assertThat(prefix.a() | prefix.b()).isBetween(0L, (1L << bits) - 1);
            int start = number / 8 % bits;
            assertThat(prefix.a() & prefix.b() & 1L << start).as("a carry").isNotZero();
            long above = (1L << bits) - (2L << start);
            assertThat((prefix.a() ^ prefix.b()) & above).as("handed on").isEqualTo(above);
            if (start < bits - 2) {
                long a = prefix.a() & above;
                ways.add(start + (a == above ? " first" : a == 0 ? " second" : " either"));
            }
        }
        assertThat(ways).hasSize(3 * (bits - 2));
    }
}
