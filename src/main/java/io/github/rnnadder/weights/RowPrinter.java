package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Prints JSON with one line for each field and for each row of a matrix. */
final class RowPrinter extends DefaultPrettyPrinter {

    private static final long serialVersionUID = 1L;

    private static final String ROW = "\n    ";
    private static final String MATRIX_END = "\n  ";

    RowPrinter() {
        indentObjectsWith(new DefaultIndenter("  ", "\n"));
    }

    /** Returns whether the current array is a matrix, as opposed to one of its rows. */
    private static boolean inMatrix(JsonGenerator json) {
        return json.getOutputContext().getParent().inObject();
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        json.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        if (inMatrix(json)) {
            json.writeRaw(ROW);
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(inMatrix(json) ? "," + ROW : ", ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        json.writeRaw(inMatrix(json) ? MATRIX_END + "]" : "]");
    }
}
