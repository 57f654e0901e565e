package io.github.rnnadder.base.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.rnnadder.base.text.Sanitized;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats the parts of an error message about JSON: the position, the value found, and the parser's complaint. */
final class JsonErrors {

    private static final Pattern LONG_NUMBER = Pattern.compile("Number value length \\(([0-9]+)\\).*");

    private JsonErrors() {}

    /**
     * Returns a position in the form {@code , line 3, column 7}, to append to the name of a file; empty if the parser
     * knows no position.
     */
    static String place(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Returns the parser's complaint, shortened for a message. */
    static String complaint(JsonProcessingException e) {
        if (!(e instanceof StreamConstraintsException)) {
            return "malformed JSON: " + Sanitized.ofMessage(e.getOriginalMessage());
        }
        String limit = inAscii(e.getOriginalMessage());
        Matcher longNumber = LONG_NUMBER.matcher(limit);
        return longNumber.matches()
                ? "found a number with " + longNumber.group(1) + " digits; it must have at most 1000"
                : Sanitized.ofMessage(limit);
    }

    /** Replaces all digits with ASCII digits. Jackson formats its limits in the default locale. */
    private static String inAscii(String message) {
        return message.codePoints()
                .map(c -> Character.isDigit(c) ? Character.forDigit(Character.digit(c, 10), 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Describes the current token, with quotation marks around a string to distinguish it from a number. */
    static String found(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
            case NOT_AVAILABLE -> "the end";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case END_OBJECT -> "the end of the object";
            case END_ARRAY -> "the end of the list";
            case VALUE_STRING -> "the string \"" + Sanitized.of(json.getText()) + "\"";
            default -> Sanitized.of(json.getText());
        };
    }
}
