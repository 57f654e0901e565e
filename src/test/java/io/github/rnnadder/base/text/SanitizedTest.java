package io.github.rnnadder.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizedTest {

    @Test
    void sixtyCharactersAreRepeatedWholeAndMoreAreCounted() {
        assertThat(Sanitized.of("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Sanitized.of("x".repeat(61))).isEqualTo("x".repeat(60) + "… (61 characters)");
        assertThat(Sanitized.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 0x1B, 0x7F, 0x9B, 0xA0, 0xAD, 0x115F, 0x200B, 0x200D, 0x200E, 0x202E, 0x2028, 0x2029, 0x2060,
                0x2066, 0x2800, 0x3000, 0x3164, 0xD800, 0xDC00, 0xE000, 0xFE0F, 0xFEFF, 0xFFFE, 0xE0001, 0xE0100,
                0xF0000, 0x10FFFF
            })
    void whatCannotBeSeenIsAQuestionMark(int character) {
        assertThat(Sanitized.of("a" + Character.toString(character) + "b")).isEqualTo("a?b");
    }

    @Test
    void whatCanBeSeenIsLeftAsItIs() {
        String text = "a 9 ß € 漢 😀 é";
        assertThat(Sanitized.of(text)).isEqualTo(text);
    }

    @Test
    void aLongTextIsCutBetweenCharactersNotInThem() {
        assertThat(Sanitized.of("😀".repeat(60))).isEqualTo("😀".repeat(60));
        assertThat(Sanitized.of("a" + "😀".repeat(100))).isEqualTo("a" + "😀".repeat(59) + "… (101 characters)");
    }

    @Test
    void theComplaintOfAParserIsNotCutInMidSentence() {
        assertThat(Sanitized.ofMessage("String value length (20051112) exceeds the maximum allowed (20000000, from"
                        + " `StreamReadConstraints.getMaxStringLength()`)"))
                .isEqualTo("String value length (20051112) exceeds the maximum allowed (20000000)");
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
        assertThat(Sanitized.ofMessage(message + "\n at [Source: REDACTED; line: 1]"))
                .isEqualTo(shown);
    }

    @Test
    void anEmptyMessageStaysEmpty() {
        assertThat(Sanitized.ofMessage("")).isEmpty();
    }
}
