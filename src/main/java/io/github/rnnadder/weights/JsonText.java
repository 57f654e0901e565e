package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Formats values as text. A double gets the shortest text that reads back as the same double. {@code Double.toString}
 * is not used, because its output changed in JDK 19.
 */
final class JsonText {

    // Escapes can also write names that are not valid Unicode, which Windows allows.
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private JsonText() {}

    /** Returns the JSON text of a string, an enum, a number, a truth value or null. */
    static String json(@Nullable Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writePOJO(value instanceof Enum ? value.toString() : value);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return out.toString();
    }

    /** Returns the text of a value, without quotes or escapes. */
    static String text(@Nullable Object value) {
        return value instanceof Double number ? NumberOutput.toString(number, true) : String.valueOf(value);
    }
}
