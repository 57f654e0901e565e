package io.github.rnnadder.base.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.rnnadder.base.text.Numerals;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.base.text.UserErrorException;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Steps through one JSON document, value by value. An error is one sentence: file, line, column, path of the value,
 * what was found, what is allowed. Repeated names in an object, and anything after the end of the document, are errors.
 */
public final class JsonCursor {

    private final String file;
    private final JsonParser json;
    private final Function<String, UserErrorException> error;
    private JsonLocation nameLocation = JsonLocation.NA;

    private JsonCursor(String file, JsonParser json, Function<String, UserErrorException> error) {
        this.file = file;
        this.json = json;
        this.error = error;
    }

    /** Reads a document and builds a result from it. */
    public interface Reading<T> {

        /**
         * Reads the document to its last token. The current token is the first one.
         *
         * @throws IOException if the parser throws it
         */
        T read(JsonCursor json) throws IOException;
    }

    /** Returns a parser factory with the given limits and Jackson's own limits on depth, numbers, names and strings. */
    public static JsonFactory factory(StreamReadConstraints limits) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(limits)
                .build();
    }

    /**
     * Reads a document.
     *
     * @param file the name of the file for messages
     * @param parser a parser from {@link #factory}; this method closes it
     * @param error creates the exception to throw from its message
     * @param reading reads the document and builds the result
     * @throws UserErrorException if the document is not what {@code reading} expects
     * @throws IOException if the input cannot be read, or is not valid UTF-8
     */
    public static <T> T read(
            String file, JsonParser parser, Function<String, UserErrorException> error, Reading<T> reading)
            throws IOException {
        try (parser) {
            JsonCursor json = new JsonCursor(file, parser, error);
            parser.nextToken();
            T read = reading.read(json);
            if (parser.nextToken() != null) {
                throw json.wrong("one document, and nothing after it");
            }
            return read;
        } catch (JsonProcessingException e) {
            // The exception for an exceeded limit has no location.
            JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw error.apply(file + JsonErrors.place(place) + ": " + JsonErrors.complaint(e));
        }
    }

    /**
     * Requires an object and enters it.
     *
     * @param allowed what is allowed here, for messages
     */
    public void object(String allowed) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, allowed);
    }

    /** Moves to the value of the next field. Returns the field's name; null at the end of the object. */
    public @Nullable String field() throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        String name = json.currentName();
        nameLocation = json.currentTokenLocation();
        json.nextToken();
        return name;
    }

    /** Moves to the value of the next field, which must have this name. Returns this. */
    public JsonCursor field(String name) throws IOException {
        require(name.equals(field()), "the field " + name);
        return this;
    }

    /** Requires that the object has no further field. */
    public void end() throws IOException {
        require(field() == null, "no further field");
    }

    /**
     * Requires a list and enters it.
     *
     * @param allowed what is allowed here, for messages
     */
    public void list(String allowed) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, allowed);
    }

    /** Moves to the next element. Returns false at the end of the list. */
    public boolean element() throws IOException {
        return json.nextToken() != JsonToken.END_ARRAY;
    }

    /** Skips the current value and everything inside it. */
    public void skip() throws IOException {
        json.skipChildren();
    }

    /** Returns whether the current value is neither an object nor a list. */
    public boolean isScalar() {
        return json.currentToken().isScalarValue();
    }

    /** Returns whether the current value is null. */
    public boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Returns whether the current value is true or false. */
    public boolean isBoolean() {
        return json.currentToken().isBoolean();
    }

    /** Returns whether the current value is a string. */
    public boolean isString() {
        return json.currentToken() == JsonToken.VALUE_STRING;
    }

    /** Returns the text of the current value, which must be neither an object nor a list. */
    public String scalar() throws IOException {
        return json.getText();
    }

    /** Requires that the current value is a string, and returns it. */
    public String text(String allowed) throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, allowed);
        return json.getText();
    }

    /** Requires that the current value is exactly this string. */
    public void constant(String text) throws IOException {
        require(isString() && json.getText().equals(text), '"' + text + '"');
    }

    /** Requires that the current value is an integer in this range, inclusive, and returns it. */
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

    /** Requires that the current value is a number. Returns the nearest double, which may be infinite. */
    public double number(String allowed) throws IOException {
        require(json.currentToken().isNumeric(), allowed);
        return json.getDoubleValue();
    }

    /** Throws the exception for the current token if the condition does not hold. */
    public void require(boolean condition, String allowed) throws IOException {
        if (!condition) {
            throw wrong(allowed);
        }
    }

    /** Returns the exception to throw if the current token is not allowed here. */
    public UserErrorException wrong(String allowed) throws IOException {
        String path = path();
        JsonLocation place = json.hasCurrentToken() ? json.currentTokenLocation() : json.currentLocation();
        return error.apply(file + JsonErrors.place(place) + ": " + (path.isEmpty() ? "found " : path + " is ")
                + JsonErrors.found(json) + "; it must be " + allowed);
    }

    /** Returns the path of the current token, for example {@code balls[3].radius}; empty for the whole document. */
    private String path() {
        String path = "";
        for (JsonStreamContext in = json.getParsingContext(); in != null; in = in.getParent()) {
            if (in.inArray() && in.hasCurrentIndex()) {
                path = "[" + in.getCurrentIndex() + "]" + path;
            } else if (in.inObject() && in.hasCurrentName()) {
                path = "." + Sanitized.of(in.getCurrentName()) + path;
            }
        }
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** Returns the position of the current token, for example {@code file, line 3, column 7}. */
    public String place() {
        return file + JsonErrors.place(json.currentTokenLocation());
    }

    /** Returns the position of the current field's name. */
    public String placeOfName() {
        return file + JsonErrors.place(nameLocation);
    }
}
