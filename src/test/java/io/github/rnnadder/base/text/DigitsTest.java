package io.github.rnnadder.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1000, 1001, 2001, 12_345})
    void aNumberOfAnyLengthIsReadAsTheJdkReadsIt(int length) {
        String digits = "9081726354".repeat(length / 10 + 1).substring(0, length);
        assertThat(Digits.parse(digits)).isEqualTo(new BigInteger(digits));
        assertThat(Digits.parse("0".repeat(length))).isZero();
    }
}
