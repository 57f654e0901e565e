package io.github.rnnadder.certificate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.json.JsonErrors;
import io.github.rnnadder.text.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one certificate, token by token. Fields have one order, so that unknown, missing and repeated ones are the same
 * mistake.
 */
public final class CertificateReader {

    private final String file;
    private JsonParser json;
    private JsonToken token;

    private CertificateReader(String file) {
        this.file = file;
    }

    /**
     * Reads a certificate, strictly: exactly the fields that {@link CertificateWriter} writes, in that order, all
     * numbers finite, all dimensions H.
     *
     * @param file the name that errors give it
     * @throws InvalidCertificateException with one sentence that names file, line and column
     */
    public static Certificate read(String file, byte[] bytes) throws InvalidCertificateException {
        if (bytes.length > Limits.MAX_BYTES) {
            throw new InvalidCertificateException(
                    file + ": has " + bytes.length + " bytes; a certificate has at most " + Limits.MAX_BYTES);
        }
        return new CertificateReader(file).read(bytes);
    }

    private Certificate read(byte[] bytes) throws InvalidCertificateException {
        try (JsonParser parser = CertificateWriter.JSON.createParser(bytes)) {
            json = parser;
            next();
            Certificate certificate = certificate();
            if (next() != null) {
                throw error("nothing after the certificate");
            }
            return certificate;
        } catch (JsonProcessingException e) {
            throw new InvalidCertificateException(at(e.getLocation()) + JsonErrors.complaint(e));
        } catch (IOException e) {
            throw new InvalidCertificateException(
                    file + ": not JSON: " + Excerpt.ofMessage(String.valueOf(e.getMessage())));
        }
    }

    private Certificate certificate() throws IOException, InvalidCertificateException {
        begin(JsonToken.START_OBJECT, "an object");
        field("format");
        if (token != JsonToken.VALUE_STRING || !json.getText().equals(CertificateWriter.FORMAT)) {
            throw error('"' + CertificateWriter.FORMAT + '"');
        }
        field("version");
        integer("version", CertificateWriter.VERSION, CertificateWriter.VERSION);
        field("tensors");
        if (token != JsonToken.VALUE_STRING || !json.getText().matches("[0-9a-f]{64}")) {
            throw error("64 hexadecimal digits");
        }
        String tensors = json.getText();
        field("hiddenSize");
        int h = integer("hiddenSize", 1, Limits.MAX_HIDDEN_SIZE);
        field("steps");
        int steps = integer("steps", 1, Limits.MAX_STEPS);
        field("metrics");
        List<Metric> metrics = new ArrayList<>();
        begin(JsonToken.START_ARRAY, "an array of metrics");
        while (next() != JsonToken.END_ARRAY) {
            atMost(metrics.size(), FullAdder.TAGS, "metrics");
            metrics.add(metric(h));
        }
        field("balls");
        List<Ball> balls = new ArrayList<>();
        begin(JsonToken.START_ARRAY, "an array of balls");
        while (next() != JsonToken.END_ARRAY) {
            atMost(balls.size(), Limits.MAX_BALLS, "balls");
            balls.add(ball(h));
        }
        next();
        Optional<Tube> tube = isField("tube") ? Optional.of(tube(h)) : Optional.empty();
        Certificate certificate = new Certificate(tensors, h, steps, metrics, balls, tube);
        if (isField("tolerance")) {
            certificate = certificate.claiming(number(), certificate.covers());
            next();
        }
        if (isField("covers")) {
            certificate = certificate.claiming(certificate.tolerance(), covers());
            next();
        }
        if (token != JsonToken.END_OBJECT) {
            throw error("the field tube, tolerance or covers, in this order, or the end");
        }
        return certificate;
    }

    /** Goes on to the value if the field that comes next has this name; it may be left out. */
    private boolean isField(String name) throws IOException {
        boolean present = token == JsonToken.FIELD_NAME && json.currentName().equals(name);
        if (present) {
            next();
        }
        return present;
    }

    /** Reads ["double"] or ["double", "single"]: what covers an arithmetic covers those before it. */
    private Precision covers() throws IOException, InvalidCertificateException {
        begin(JsonToken.START_ARRAY, "an array of arithmetics");
        Precision[] all = Precision.values();
        int n = 0;
        while (next() != JsonToken.END_ARRAY) {
            if (n == all.length
                    || token != JsonToken.VALUE_STRING
                    || !json.getText().equals(all[n].word())) {
                throw error(n == all.length ? "no further arithmetic" : '"' + all[n].word() + '"');
            }
            n++;
        }
        if (n == 0) {
            throw error('"' + all[0].word() + '"');
        }
        return all[n - 1];
    }

    private Metric metric(int h) throws IOException, InvalidCertificateException {
        begin(JsonToken.START_OBJECT, "a metric");
        field("tag");
        int tag = integer("tag", 0, FullAdder.TAGS - 1);
        field("T");
        double[][] t = matrix(h);
        end();
        return new Metric(tag, t);
    }

    private Ball ball(int h) throws IOException, InvalidCertificateException {
        begin(JsonToken.START_OBJECT, "a ball");
        field("tag");
        int tag = integer("tag", 0, FullAdder.TAGS - 1);
        field("radius");
        double radius = number();
        field("centre");
        double[] centre = vector(h);
        end();
        return new Ball(tag, radius, centre);
    }

    private Tube tube(int h) throws IOException, InvalidCertificateException {
        begin(JsonToken.START_OBJECT, "a tube");
        field("v");
        double[] v = vector(h);
        field("l");
        double[] l = vector(h);
        field("T");
        double[][] t = matrix(h);
        field("kappa");
        double kappa = number();
        field("sMax");
        double sMax = number();
        end();
        next();
        return new Tube(v, l, t, kappa, sMax);
    }

    private double[][] matrix(int h) throws IOException, InvalidCertificateException {
        begin(JsonToken.START_ARRAY, "an array of " + h + " rows");
        double[][] matrix = new double[h][];
        for (int i = 0; i < h; i++) {
            next();
            matrix[i] = vector(h);
        }
        if (next() != JsonToken.END_ARRAY) {
            throw error("the end after " + h + " rows");
        }
        return matrix;
    }

    private double[] vector(int h) throws IOException, InvalidCertificateException {
        begin(JsonToken.START_ARRAY, "an array of " + h + " numbers");
        double[] vector = new double[h];
        for (int i = 0; i < h; i++) {
            next();
            vector[i] = number();
        }
        if (next() != JsonToken.END_ARRAY) {
            throw error("the end after " + h + " numbers");
        }
        return vector;
    }

    private double number() throws IOException, InvalidCertificateException {
        if (token == null || !token.isNumeric()) {
            throw error("a number");
        }
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw error("a number that fits a double");
        }
        return value;
    }

    private int integer(String name, int from, int to) throws IOException, InvalidCertificateException {
        if (token == JsonToken.VALUE_NUMBER_INT && json.getTextLength() <= 9) {
            int value = json.getIntValue();
            if (value >= from && value <= to) {
                return value;
            }
        }
        throw error(from == to ? name + " " + from : name + " from " + from + " to " + to);
    }

    /** Goes on to the value of the field that must come next. */
    private void field(String name) throws IOException, InvalidCertificateException {
        if (next() != JsonToken.FIELD_NAME || !json.currentName().equals(name)) {
            throw error("the field " + name);
        }
        next();
    }

    private void begin(JsonToken start, String what) throws InvalidCertificateException, IOException {
        if (token != start) {
            throw error(what);
        }
    }

    private void end() throws IOException, InvalidCertificateException {
        if (next() != JsonToken.END_OBJECT) {
            throw error("no further field");
        }
    }

    private void atMost(int size, int limit, String what) throws IOException, InvalidCertificateException {
        if (size == limit) {
            throw error("at most " + limit + " " + what);
        }
    }

    private JsonToken next() throws IOException {
        token = json.nextToken();
        return token;
    }

    private InvalidCertificateException error(String expected) throws IOException {
        return new InvalidCertificateException(
                at(json.currentTokenLocation()) + "found " + JsonErrors.found(json) + ", expected " + expected);
    }

    private String at(JsonLocation location) {
        return location == null
                ? file + ": "
                : file + ", line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }
}
