package io.github.rnnadder.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @Test
    void sixtyCharactersAreRepeatedWholeAndMoreAreCounted() {
        assertThat(Excerpt.of("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Excerpt.of("x".repeat(61))).isEqualTo("x".repeat(60) + "… (61 characters)");
        assertThat(Excerpt.of("")).isEmpty();
    }

    /** A control character, a line end, one that Unicode does not define, halves of a pair, and a whole pair. */
    @Test
    void whatCannotBePrintedIsAQuestionMark() {
        assertThat(Excerpt.of("a\u0007b\nc\u0085d\u0378e\uD800f\uDC00g😀ü")).isEqualTo("a?b?c?d?e?f?g😀ü");
    }

    @Test
    void aPairThatTheEndOfTheExcerptTakesApartIsAQuestionMark() {
        assertThat(Excerpt.of("x".repeat(59) + "😀")).isEqualTo("x".repeat(59) + "?… (61 characters)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Non-standard token 'NaN': enable `JsonReadFeature` to allow | Non-standard token 'NaN'",
                "Unexpected character ('}' (code 125)): was expecting double-quote | Unexpected character ('}' (code 125))",
                "Duplicate field, maybe a (bad) merge | Duplicate field",
                "found unexpected end of stream | found unexpected end of stream"
            })
    void aParsersAdviceToLoosenItIsLeftOut(String message, String shown) {
        assertThat(Excerpt.ofMessage(message + "\n at [Source: REDACTED; line: 1]"))
                .isEqualTo(shown);
    }

    @Test
    void anEmptyMessageStaysEmpty() {
        assertThat(Excerpt.ofMessage("")).isEmpty();
    }
}
