package io.github.rnnadder.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.rnnadder.config.Excerpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate as JSON, a metric, ball or row on a line. The only class of the package that knows Jackson. It reads exactly
 * what it writes: a field that it does not know is an error, since it might change what the others mean.
 */
public final class CertificateFile {

    private static final String FORMAT = "rnn-adder-certificate";
    private static final int VERSION = 1;

    /** No certificate of 64 hidden units that was ever found has a tenth of it. */
    private static final int MOST_BALLS = 100_000;

    private static final int MOST_METRICS = 8;

    /** The longest vector that weights may ask for. */
    private static final int MOST_ENTRIES = 512;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final String file;
    private String tensors;
    private Integer hiddenSize;
    private List<Certificate.Metric> metrics;
    private List<Certificate.Ball> balls;
    private Certificate.Tube tube;

    private CertificateFile(String file) {
        this.file = file;
    }

    /** Returns the bytes of the file. */
    public static byte[] write(Certificate certificate) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("tensors", certificate.tensors());
            json.writeNumberField("hiddenSize", certificate.hiddenSize());
            json.writeArrayFieldStart("metrics");
            for (Certificate.Metric metric : certificate.metrics()) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeNumberField("tag", metric.tag());
                write(json, "T", metric.t());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("balls");
            for (Certificate.Ball ball : certificate.balls()) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeNumberField("tag", ball.tag());
                json.writeNumberField("radius", ball.radius());
                write(json, "centre", ball.centre());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (certificate.tube().isPresent()) {
                Certificate.Tube tube = certificate.tube().get();
                json.writeObjectFieldStart("tube");
                write(json, "v", tube.v());
                write(json, "l", tube.l());
                write(json, "T", tube.t());
                json.writeNumberField("kappa", tube.kappa());
                json.writeNumberField("sMax", tube.sMax());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does no output", e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, String name, double[] vector) throws IOException {
        json.writeFieldName(name);
        json.writeArray(vector, 0, vector.length);
    }

    private static void write(JsonGenerator json, String name, double[][] matrix) throws IOException {
        json.writeArrayFieldStart(name);
        for (double[] row : matrix) {
            json.writeRaw('\n');
            json.writeArray(row, 0, row.length);
        }
        json.writeEndArray();
    }

    /**
     * Reads a certificate, and sees to its shape only: whether it holds is for the checker to say.
     *
     * @param file its name, for the message
     * @throws InvalidCertificateException if it is none
     */
    public static Certificate read(String file, byte[] bytes) throws InvalidCertificateException {
        return new CertificateFile(file).parse(bytes);
    }

    private Certificate parse(byte[] bytes) throws InvalidCertificateException {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, json, "an object");
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                field(json, name);
            }
            expect(json.nextToken() == null, json, "the end of the file");
            expect(
                    tensors != null && hiddenSize != null && metrics != null && balls != null,
                    json,
                    "all fields of a " + FORMAT);
            return new Certificate(tensors, hiddenSize, metrics, balls, Optional.ofNullable(tube));
        } catch (JsonProcessingException e) {
            throw new InvalidCertificateException(
                    file + " is malformed JSON: " + Excerpt.ofMessage(e.getOriginalMessage()));
        } catch (IOException e) {
            // Undecodable bytes: Jackson gives them no location.
            throw new InvalidCertificateException(file + " is no JSON in UTF-8");
        } catch (IllegalArgumentException e) {
            throw new InvalidCertificateException(file + ": " + e.getMessage());
        }
    }

    private void field(JsonParser json, String name) throws IOException, InvalidCertificateException {
        switch (name) {
            case "format" -> expect(FORMAT.equals(json.getText()), json, "'" + FORMAT + "'");
            case "version" -> expect(integer(json) == VERSION, json, "version " + VERSION);
            case "tensors" -> {
                expect(json.currentToken() == JsonToken.VALUE_STRING, json, "a SHA-256");
                tensors = json.getText();
            }
            case "hiddenSize" -> hiddenSize = integer(json);
            case "metrics" -> metrics = list(json, MOST_METRICS, this::metric);
            case "balls" -> balls = list(json, MOST_BALLS, this::ball);
            case "tube" -> tube = tube(json);
            default -> throw unknown(json, name);
        }
    }

    /** Reads one element of a list. */
    private interface Element<T> {
        T read(JsonParser json) throws IOException, InvalidCertificateException;
    }

    private <T> List<T> list(JsonParser json, int most, Element<T> element)
            throws IOException, InvalidCertificateException {
        expect(json.currentToken() == JsonToken.START_ARRAY, json, "a list");
        List<T> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(list.size() < most, json, "at most " + most + " entries");
            list.add(element.read(json));
        }
        return list;
    }

    private Certificate.Metric metric(JsonParser json) throws IOException, InvalidCertificateException {
        int tag = -1;
        double[][] t = {};
        for (String name = firstName(json); name != null; name = nextName(json)) {
            switch (name) {
                case "tag" -> tag = integer(json);
                case "T" -> t = matrix(json);
                default -> throw unknown(json, name);
            }
        }
        return new Certificate.Metric(tag, t);
    }

    private Certificate.Ball ball(JsonParser json) throws IOException, InvalidCertificateException {
        int tag = -1;
        double radius = Double.NaN;
        double[] centre = {};
        for (String name = firstName(json); name != null; name = nextName(json)) {
            switch (name) {
                case "tag" -> tag = integer(json);
                case "radius" -> radius = number(json);
                case "centre" -> centre = vector(json);
                default -> throw unknown(json, name);
            }
        }
        return new Certificate.Ball(tag, radius, centre);
    }

    private Certificate.Tube tube(JsonParser json) throws IOException, InvalidCertificateException {
        double[] v = {};
        double[] l = {};
        double[][] t = {};
        double kappa = Double.NaN;
        double sMax = Double.NaN;
        for (String name = firstName(json); name != null; name = nextName(json)) {
            switch (name) {
                case "v" -> v = vector(json);
                case "l" -> l = vector(json);
                case "T" -> t = matrix(json);
                case "kappa" -> kappa = number(json);
                case "sMax" -> sMax = number(json);
                default -> throw unknown(json, name);
            }
        }
        return new Certificate.Tube(v, l, t, kappa, sMax);
    }

    private String firstName(JsonParser json) throws IOException, InvalidCertificateException {
        expect(json.currentToken() == JsonToken.START_OBJECT, json, "an object");
        return nextName(json);
    }

    /** Goes to the value of the next field, and returns its name, or null at the end of the object. */
    private static String nextName(JsonParser json) throws IOException {
        String name = json.nextFieldName();
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    private double[][] matrix(JsonParser json) throws IOException, InvalidCertificateException {
        return list(json, MOST_ENTRIES, this::vector).toArray(double[][]::new);
    }

    private double[] vector(JsonParser json) throws IOException, InvalidCertificateException {
        return list(json, MOST_ENTRIES, this::number).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private int integer(JsonParser json) throws IOException, InvalidCertificateException {
        expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, json, "an integer");
        return json.getIntValue();
    }

    private double number(JsonParser json) throws IOException, InvalidCertificateException {
        expect(
                json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                        || json.currentToken() == JsonToken.VALUE_NUMBER_INT,
                json,
                "a number");
        return json.getDoubleValue();
    }

    private void expect(boolean holds, JsonParser json, String expected)
            throws IOException, InvalidCertificateException {
        if (!holds) {
            String found = json.currentToken() == null ? "the end of the file" : Excerpt.of(json.getText());
            throw at(json, "found " + found + "; expected " + expected);
        }
    }

    private InvalidCertificateException unknown(JsonParser json, String name) {
        return at(json, "unknown field '" + Excerpt.of(name) + "'");
    }

    private InvalidCertificateException at(JsonParser json, String sentence) {
        return new InvalidCertificateException(
                file + ", line " + json.currentTokenLocation().getLineNr() + ", column "
                        + json.currentTokenLocation().getColumnNr() + ": " + sentence);
    }
}
