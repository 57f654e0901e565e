package io.github.rnnadder.base.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.junit.jupiter.api.Test;

class JsonErrorsTest {

    /** Egypt's, in Arabic. */
    @Test
    void aLimitIsNamedInAsciiDigitsInEveryLocale() {
        assertThat(JsonErrors.complaint(new StreamConstraintsException("Number value length (٥٠٠٠) exceeds (١٠٠٠)")))
                .isEqualTo("found a number with 5000 digits; it must have at most 1000");
        assertThat(JsonErrors.complaint(new StreamConstraintsException("Name length (٥٠٠٠١) exceeds (٥٠٠٠٠)")))
                .isEqualTo("Name length (50001) exceeds (50000)");
        assertThat(JsonErrors.complaint(new JsonParseException(null, "Unexpected character ('٥')")))
                .isEqualTo("malformed JSON: Unexpected character ('٥')");
    }
}
