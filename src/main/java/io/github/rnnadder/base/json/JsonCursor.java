package io.github.rnnadder.base.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.rnnadder.base.text.Excerpt;
import io.github.rnnadder.base.text.Numerals;
import io.github.rnnadder.base.text.UserMistakeException;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Goes through one JSON document, value by value. What is not as it has to be is a sentence: file, line, column, the
 * path of the value, what was found, what is allowed. No name may stand twice in an object, and nothing may follow the
 * end.
 */
public final class JsonCursor {

    private final String file;
    private final JsonParser json;
    private final Function<String, UserMistakeException> mistake;
    private JsonLocation nameLocation;

    private JsonCursor(String file, JsonParser json, Function<String, UserMistakeException> mistake) {
        this.file = file;
        this.json = json;
        this.mistake = mistake;
    }

    /** What a reader makes of a document. */
    public interface Reading<T> {

        /**
         * Reads the document, whose first token is the current one, to its end.
         *
         * @throws IOException if the parser does
         */
        T read(JsonCursor json) throws IOException;
    }

    /** Returns a factory of parsers that keep to limits; Jackson's own bound depth, numbers, names and strings. */
    public static JsonFactory factory(StreamReadConstraints limits) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(limits)
                .build();
    }

    /**
     * Reads a document.
     *
     * @param file the name that sentences give it
     * @param parser from a {@link #factory}; it is closed
     * @param mistake makes an exception of a sentence
     * @throws UserMistakeException if the document is not what the reader expects
     * @throws IOException if there are no characters to be read: of what lies in memory, because its bytes are none in
     *     UTF-8
     */
    public static <T> T read(
            String file, JsonParser parser, Function<String, UserMistakeException> mistake, Reading<T> reading)
            throws IOException {
        try (parser) {
            JsonCursor json = new JsonCursor(file, parser, mistake);
            parser.nextToken();
            T read = reading.read(json);
            if (parser.nextToken() != null) {
                throw json.wrong("nothing after the end");
            }
            return read;
        } catch (JsonProcessingException e) {
            // What exceeds a limit comes without its place.
            JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw mistake.apply(file + JsonErrors.place(place) + ": " + JsonErrors.complaint(e));
        }
    }

    /**
     * Begins an object.
     *
     * @param allowed what it is, in case that there is none
     */
    public void object(String allowed) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, allowed);
    }

    /** Goes on to the value of the next field and returns its name; null at the end of the object. */
    public String field() throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        String name = json.currentName();
        nameLocation = json.currentTokenLocation();
        json.nextToken();
        return name;
    }

    /** Goes on to the value of the field that has to come next. */
    public void field(String name) throws IOException {
        if (!name.equals(field())) {
            throw wrong("the field " + name);
        }
    }

    /** Goes on to the end of the object, which has to come next. */
    public void end() throws IOException {
        require(field() == null, "no further field");
    }

    /**
     * Begins a list.
     *
     * @param allowed what it is, in case that there is none
     */
    public void list(String allowed) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, allowed);
    }

    /** Goes on to the next element; false at the end of the list. */
    public boolean element() throws IOException {
        return json.nextToken() != JsonToken.END_ARRAY;
    }

    /** Skips the current value with all that is in it. */
    public void skip() throws IOException {
        json.skipChildren();
    }

    /** Says whether the current value is neither an object nor a list. */
    public boolean isScalar() {
        return json.currentToken().isScalarValue();
    }

    /** Says whether it is null. */
    public boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Says whether it is true or false. */
    public boolean isBoolean() {
        return json.currentToken().isBoolean();
    }

    /** Says whether it is a string. */
    public boolean isString() {
        return json.currentToken() == JsonToken.VALUE_STRING;
    }

    /** Returns the current value, which is no object and no list, as it stands there. */
    public String scalar() throws IOException {
        return json.getText();
    }

    /** Returns a string. */
    public String text(String allowed) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, allowed);
        return json.getText();
    }

    /** Insists on a string. */
    public void constant(String text) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING || !json.getText().equals(text)) {
            throw wrong('"' + text + '"');
        }
    }

    /** Returns an integer. */
    public long integer(long least, long most) throws IOException {
        OptionalLong value = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? Numerals.integer(json.getText())
                : OptionalLong.empty();
        if (value.isEmpty() || value.getAsLong() < least || value.getAsLong() > most) {
            throw wrong(range(least, most));
        }
        return value.getAsLong();
    }

    private static String range(long least, long most) {
        if (least == most) {
            return String.valueOf(least);
        }
        return least + 1 == most ? least + " or " + most : "an integer from " + least + " to " + most;
    }

    /** Returns a number as the nearest double, which may be infinite. */
    public double number(String allowed) throws IOException {
        require(json.currentToken().isNumeric(), allowed);
        return json.getDoubleValue();
    }

    /** Insists on something. */
    public void require(boolean condition, String allowed) throws IOException {
        if (!condition) {
            throw wrong(allowed);
        }
    }

    /** Returns what is to be thrown because of the current token. */
    public UserMistakeException wrong(String allowed) throws IOException {
        String path = path();
        JsonLocation place = json.hasCurrentToken() ? json.currentTokenLocation() : json.currentLocation();
        return mistake.apply(file + JsonErrors.place(place) + ": " + (path.isEmpty() ? "found " : path + " is ")
                + JsonErrors.found(json) + "; allowed is " + allowed);
    }

    /** Returns where the current token is in the document, e.g. {@code balls[3].radius}; empty for all of it. */
    private String path() {
        String path = "";
        for (JsonStreamContext in = json.getParsingContext(); in != null; in = in.getParent()) {
            if (in.inArray() && in.hasCurrentIndex()) {
                path = "[" + in.getCurrentIndex() + "]" + path;
            } else if (in.inObject() && in.hasCurrentName()) {
                path = "." + Excerpt.of(in.getCurrentName()) + path;
            }
        }
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** Returns where the current token is, as {@code file, line 3, column 7}. */
    public String place() {
        return file + JsonErrors.place(json.currentTokenLocation());
    }

    /** Returns where the name of the current field is, likewise. */
    public String placeOfName() {
        return file + JsonErrors.place(nameLocation);
    }
}
