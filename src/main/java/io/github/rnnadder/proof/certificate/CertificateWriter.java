package io.github.rnnadder.proof.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Writes a certificate as JSON, with the fields in this order: {@code "format": "rnn-adder-certificate", "version": 1,
 * "tensors": …, "hiddenSize": H, "steps": …, "halvings": …, "metrics": [{"tag", "T"}…],
 * "balls": [{"tag", "radius", "centre"}…], "tube": {"v", "l", "T", "kappa", "sMax"}, "tolerance": …, "covers":
 * ["double", "single"]}. The field {@code tube} is omitted if there is no tube. The same certificate always gives the
 * same bytes. Reading the file returns every double unchanged.
 */
public final class CertificateWriter {

    static final String FORMAT = "rnn-adder-certificate";
    static final int VERSION = 1;

    static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // Double.toString differs between JDKs
            .build();

    private CertificateWriter() {}

    /** Returns a certificate as the bytes of a JSON file. */
    public static byte[] write(Certificate certificate) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.setPrettyPrinter(printer());
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("tensors", certificate.tensors());
            json.writeNumberField("hiddenSize", certificate.hiddenSize());
            json.writeNumberField("steps", certificate.steps());
            json.writeNumberField("halvings", certificate.halvings());
            json.writeArrayFieldStart("metrics");
            for (Metric metric : certificate.metrics()) {
                json.writeStartObject();
                json.writeNumberField("tag", metric.tag());
                writeMatrix(json, "T", metric.t());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("balls");
            for (Ball ball : certificate.balls()) {
                json.writeStartObject();
                json.writeNumberField("tag", ball.tag());
                json.writeNumberField("radius", ball.radius());
                writeVector(json, "centre", ball.centre());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (certificate.tube().isPresent()) {
                Tube tube = certificate.tube().get();
                json.writeObjectFieldStart("tube");
                writeVector(json, "v", tube.v());
                writeVector(json, "l", tube.l());
                writeMatrix(json, "T", tube.t());
                json.writeNumberField("kappa", tube.kappa());
                json.writeNumberField("sMax", tube.sMax());
                json.writeEndObject();
            }
            json.writeNumberField("tolerance", certificate.tolerance());
            json.writeArrayFieldStart("covers");
            for (int i = 0; i <= certificate.covers().ordinal(); i++) {
                json.writeString(word(Precision.values()[i]));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** Returns the name of a precision in the file, for example {@code double}. */
    static String word(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a printer that puts each element of an outer array on a line of its own. */
    private static DefaultPrettyPrinter printer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(new OuterIndenter());
        printer.indentArraysWith(new OuterIndenter());
        return printer;
    }

    /** Breaks lines at the two outer levels only. Each ball, and each row of a metric, stays on one line. */
    private static final class OuterIndenter extends DefaultIndenter {
        private static final long serialVersionUID = 1;

        OuterIndenter() {
            super("  ", "\n");
        }

        @Override
        public void writeIndentation(JsonGenerator json, int level) throws IOException {
            if (level <= 2) {
                super.writeIndentation(json, level);
            }
        }
    }

    private static void writeMatrix(JsonGenerator json, String name, double[][] matrix) throws IOException {
        json.writeArrayFieldStart(name);
        for (double[] row : matrix) {
            json.writeArray(row, 0, row.length);
        }
        json.writeEndArray();
    }

    private static void writeVector(JsonGenerator json, String name, double[] vector) throws IOException {
        json.writeFieldName(name);
        json.writeArray(vector, 0, vector.length);
    }
}
