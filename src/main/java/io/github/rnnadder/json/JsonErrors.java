package io.github.rnnadder.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.rnnadder.text.Excerpt;
import io.github.rnnadder.text.Numerals;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the readers of JSON say of it: where something stands, what it is, and what a parser complains of. */
public final class JsonErrors {

    private static final Pattern LONG_NUMBER = Pattern.compile("Number value length \\(([0-9]+)\\).*");

    private JsonErrors() {}

    /** Returns a place behind the name of a file: {@code , line 3, column 7}, or nothing where the parser knows none. */
    public static String place(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Returns what a parser complains of. */
    public static String complaint(JsonProcessingException e) {
        Matcher longNumber = LONG_NUMBER.matcher(e.getOriginalMessage());
        if (longNumber.matches()) {
            return "found a number of " + longNumber.group(1) + " digits; allowed are at most 1000";
        }
        return (e instanceof StreamConstraintsException ? "" : "malformed JSON: ")
                + Excerpt.ofMessage(e.getOriginalMessage());
    }

    /** Says what the current token is, so that a string is told from a number. */
    public static String found(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        return switch (token == null ? JsonToken.NOT_AVAILABLE : token) {
            case NOT_AVAILABLE -> "the end";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case END_OBJECT -> "the end of the object";
            case END_ARRAY -> "the end of the list";
            case VALUE_STRING -> "the string \"" + Excerpt.of(json.getText()) + "\"";
            default -> Excerpt.of(json.getText());
        };
    }

    /** Returns the current token as an integer of 64 bits; empty if it is none. */
    public static OptionalLong integer(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? Numerals.integer(json.getText())
                : OptionalLong.empty();
    }
}
