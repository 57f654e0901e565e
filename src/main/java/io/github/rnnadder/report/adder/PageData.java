package io.github.rnnadder.report.adder;

import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The data that the script of an adder's page reads, as JSON. Numbers for computation are stored as the bytes of
 * doubles, so they are not rounded.
 *
 * @param adder the adder that the page describes
 * @param shown the sum that the page shows first
 */
record PageData(BuiltAdder adder, Trace shown) {

    /** The maximum number of points of a curve; more would fall into the same pixels. */
    private static final int MAX_POINTS = 500;

    String json() {
        int bits = adder.stored().bits();
        return "{\"bits\": " + bits + ", \"hiddenSize\": "
                + adder.stored().weights().hiddenSize()
                + ", \"a\": \"" + shown.a() + "\", \"b\": \"" + shown.b() + "\", \"columns\": " + shown.width()
                + ", \"warning\": \"" + warning() + "\", \"certificate\": "
                + adder.certificate().map(PageData::json).orElse("null") + ", \"curve\": "
                + text(thinned(adder.curve(), MAX_POINTS).stream().flatMapToDouble(PageData::numbers))
                + ", \"checkpoints\": "
                + adder.checkpoints().stream()
                        .map(it -> "[" + it.iteration() + ", " + it.right() + ", "
                                + text(TensorBytes.bytes(it.weights())) + "]")
                        .collect(Collectors.joining(", ", "[", "]"))
                + ", \"weights\": " + text(TensorBytes.bytes(adder.stored().weights())) + "}";
    }

    /** Returns a sentence about sums of operands that are larger than the measured ones. */
    private String warning() {
        boolean refuted = adder.counterexample().isPresent();
        return (refuted ? "Some sums" : "Nothing is known") + " beyond " + AdderStatus.largest(adder)
                + (refuted ? " come out wrong." : ": this adder has no proof.")
                + adder.loader()
                        .map(name -> " " + name.substring(name.lastIndexOf('.') + 1)
                                + ".add refuses such numbers; this page shows what the network makes of them.")
                        .orElse("");
    }

    private static DoubleStream numbers(CurvePoint point) {
        return DoubleStream.of(point.iteration(), point.accuracy(), point.error());
    }

    private static String json(Certificate certificate) {
        String[] metrics = new String[FullAdder.TAGS];
        Arrays.fill(metrics, "null");
        for (Metric metric : certificate.metrics()) {
            metrics[metric.tag()] = text(Arrays.stream(metric.t()).flatMapToDouble(Arrays::stream));
        }
        List<Ball> balls = certificate.balls();
        return "{\"metrics\": [" + String.join(", ", metrics) + "], \"tags\": "
                + balls.stream().map(ball -> String.valueOf(ball.tag())).collect(Collectors.joining(", ", "[", "]"))
                + ", \"radii\": " + text(balls.stream().mapToDouble(Ball::radius)) + ", \"centres\": "
                + text(balls.stream().map(Ball::centre).flatMapToDouble(Arrays::stream)) + ", \"tube\": "
                + certificate.tube().map(PageData::json).orElse("null") + "}";
    }

    private static String json(Tube tube) {
        return text(Stream.of(
                        Arrays.stream(tube.v()),
                        Arrays.stream(tube.l()),
                        Arrays.stream(tube.t()).flatMapToDouble(Arrays::stream),
                        DoubleStream.of(tube.kappa(), tube.sMax()))
                .flatMapToDouble(it -> it));
    }

    /** Returns doubles in the form that the script reads: little-endian bytes in base64, in quotes. */
    private static String text(DoubleStream numbers) {
        double[] all = numbers.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(all);
        return text(bytes.array());
    }

    private static String text(byte[] bytes) {
        return '"' + Base64.getEncoder().encodeToString(bytes) + '"';
    }

    /** Returns at most {@code most} of the given points, at equal distances and with the last one among them. */
    static <T> List<T> thinned(List<T> points, int most) {
        int step = (points.size() + most - 1) / most;
        return step < 2
                ? points
                : IntStream.range(0, points.size())
                        .filter(i -> (points.size() - 1 - i) % step == 0)
                        .mapToObj(points::get)
                        .toList();
    }
}
