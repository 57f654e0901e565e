package io.github.rnnadder.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "８", "٨", "+8", "08", "-0", "8.0", "8 ", "0x8", "9223372036854775808", "1e3"})
    void whatIsNoIntegerInAsciiIsNone(String text) {
        assertThat(Numerals.integer(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "1f", "1d", "0x1p3", " 1", "１", "1e999", "--1", "1_0"})
    void whatIsNoFiniteNumberInDecimalIsNone(String text) {
        assertThat(Numerals.number(text)).isEmpty();
    }

    @Test
    void numbersAreRead() {
        assertThat(Numerals.integer("-9223372036854775808")).hasValue(Long.MIN_VALUE);
        assertThat(Numerals.integer("0")).hasValue(0);
        assertThat(Numerals.number("-1.5E-3")).hasValue(-0.0015);
    }
}
