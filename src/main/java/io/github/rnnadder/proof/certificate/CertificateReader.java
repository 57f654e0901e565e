package io.github.rnnadder.proof.certificate;

import io.github.rnnadder.base.json.JsonCursor;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a certificate from JSON, token by token. The fields must come in a fixed order, so a missing, unknown or
 * repeated field is an error.
 */
public final class CertificateReader {

    /** The maximum size of a certificate file, in bytes. The largest useful certificates have two megabytes. */
    public static final int MAX_BYTES = 16 << 20;

    private static final String DIGEST = "64 hexadecimal digits";

    private CertificateReader() {}

    /**
     * Reads a certificate. Requires exactly the fields that {@link CertificateWriter} writes, in the same order. Every
     * number must be finite, and every dimension must be H.
     *
     * @param file the name of the file for messages
     * @param bytes the content of the file
     * @throws InvalidCertificateException if the bytes are not such a certificate; the message is one sentence with
     *     file, line and column
     */
    public static Certificate read(String file, byte[] bytes) throws InvalidCertificateException {
        if (bytes.length > MAX_BYTES) {
            throw new InvalidCertificateException(
                    file + ": has " + bytes.length + " bytes; a certificate has at most " + MAX_BYTES);
        }
        try {
            return JsonCursor.read(
                    file,
                    CertificateWriter.JSON.createParser(bytes),
                    InvalidCertificateException::new,
                    CertificateReader::certificate);
        } catch (IOException e) {
            throw new InvalidCertificateException(
                    file + " is not JSON in UTF-8: " + Sanitized.ofMessage(String.valueOf(e.getMessage())));
        }
    }

    private static Certificate certificate(JsonCursor json) throws IOException {
        json.object("a certificate");
        json.field("format").constant(CertificateWriter.FORMAT);
        json.field("version").integer(CertificateWriter.VERSION, CertificateWriter.VERSION);
        String tensors = json.field("tensors").text(DIGEST);
        json.require(tensors.matches("[0-9a-f]{64}"), DIGEST);
        int h = (int) json.field("hiddenSize").integer(1, Limits.MAX_HIDDEN_SIZE);
        int steps = (int) json.field("steps").integer(1, Limits.MAX_STEPS);
        int halvings = (int) json.field("halvings").integer(0, Limits.MAX_HALVINGS);
        List<Metric> metrics = list(json.field("metrics"), FullAdder.TAGS, "metrics", it -> metric(it, h));
        List<Ball> balls = list(json.field("balls"), Limits.MAX_BALLS, "balls", it -> ball(it, h));
        String next = json.field();
        Optional<Tube> tube = Optional.empty();
        if ("tube".equals(next)) {
            tube = Optional.of(tube(json, h));
            next = json.field();
        }
        double tolerance = Limits.TOLERANCES.get(0);
        if ("tolerance".equals(next)) {
            tolerance = number(json);
            next = json.field();
        }
        Precision covers = Precision.DOUBLE;
        if ("covers".equals(next)) {
            covers = covers(json);
            next = json.field();
        }
        json.require(next == null, "the field tube, tolerance or covers, in this order, or the end");
        return new Certificate(tensors, h, steps, halvings, metrics, balls, tube, tolerance, covers);
    }

    private static <T> List<T> list(JsonCursor json, int most, String what, JsonCursor.Reading<T> element)
            throws IOException {
        String allowed = "a list of at most " + most + " " + what;
        List<T> list = new ArrayList<>();
        json.list(allowed);
        while (json.element()) {
            json.require(list.size() < most, allowed);
            list.add(element.read(json));
        }
        return list;
    }

    /** Reads {@code ["double"]} or {@code ["double", "single"]}. Returns the last precision of the list. */
    private static Precision covers(JsonCursor json) throws IOException {
        Precision[] all = Precision.values();
        int n = 0;
        json.list("a list of arithmetics");
        while (json.element()) {
            json.require(n < all.length, "no further arithmetic");
            json.constant(CertificateWriter.word(all[n++]));
        }
        json.require(n > 0, "a list of arithmetics");
        return all[n - 1];
    }

    private static Metric metric(JsonCursor json, int h) throws IOException {
        json.object("a metric");
        int tag = tag(json);
        double[][] t = matrix(json.field("T"), h);
        json.end();
        return new Metric(tag, t);
    }

    private static Ball ball(JsonCursor json, int h) throws IOException {
        json.object("a ball");
        int tag = tag(json);
        double radius = number(json.field("radius"));
        double[] centre = vector(json.field("centre"), h);
        json.end();
        return new Ball(tag, radius, centre);
    }

    private static Tube tube(JsonCursor json, int h) throws IOException {
        json.object("a tube");
        double[] v = vector(json.field("v"), h);
        double[] l = vector(json.field("l"), h);
        double[][] t = matrix(json.field("T"), h);
        double kappa = number(json.field("kappa"));
        double sMax = number(json.field("sMax"));
        json.end();
        return new Tube(v, l, t, kappa, sMax);
    }

    private static int tag(JsonCursor json) throws IOException {
        return (int) json.field("tag").integer(0, FullAdder.TAGS - 1);
    }

    private static double[][] matrix(JsonCursor json, int h) throws IOException {
        String allowed = "a list of " + h;
        double[][] matrix = new double[h][];
        json.list("a list of rows");
        for (int i = 0; i < h; i++) {
            json.require(json.element(), allowed);
            matrix[i] = vector(json, h);
        }
        json.require(!json.element(), "the end after " + h);
        return matrix;
    }

    private static double[] vector(JsonCursor json, int h) throws IOException {
        String allowed = "a list of " + h;
        double[] vector = new double[h];
        json.list("a list of numbers");
        for (int i = 0; i < h; i++) {
            json.require(json.element(), allowed);
            vector[i] = number(json);
        }
        json.require(!json.element(), "the end after " + h);
        return vector;
    }

    private static double number(JsonCursor json) throws IOException {
        double number = json.number("a number");
        json.require(Double.isFinite(number), "a number that fits a double");
        return number;
    }
}
