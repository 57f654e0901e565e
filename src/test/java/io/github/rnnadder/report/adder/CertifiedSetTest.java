package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertifiedSetTest {

    private final Certificate certificate = TestNetworks.certificate(TestNetworks.load("decay-1"));
    private final CertifiedSet set = CertifiedSet.of(certificate);
    private final Plane plane = set.plane();
    private final Random random = new Random(1);

    @Test
    void theTwoDirectionsAreOfLengthOneAndAtARightAngle() {
        assertThat(dot(plane.first(), plane.first())).isCloseTo(1, within(1e-12));
        assertThat(dot(plane.second(), plane.second())).isCloseTo(1, within(1e-12));
        assertThat(dot(plane.first(), plane.second())).isCloseTo(0, within(1e-9));
    }

    @Test
    void noOtherPlaneKeepsMoreOfTheVarianceOfTheCentres() {
        List<double[]> centres = certificate.balls().stream().map(Ball::centre).toList();
        double all = 0;
        for (int i = 0; i < 16; i++) {
            double[] axis = new double[16];
            axis[i] = 1;
            all += variance(centres, axis);
        }
        double kept = variance(centres, plane.first()) + variance(centres, plane.second());
        assertThat(plane.kept()).isCloseTo(kept / all, within(1e-9));
        assertThat(variance(centres, plane.first())).isGreaterThan(variance(centres, plane.second()));
        for (int n = 0; n < 2000; n++) {
            // Half of the planes are anywhere, half are near to the one that is said to be the best.
            double size = n % 2 == 0 ? 1e6 : 0.01;
            double[] one = unit(plus(plane.first(), direction(), size));
            double[] other = plus(plane.second(), direction(), size);
            other = unit(plus(other, one, -dot(one, other)));
            assertThat(variance(centres, one) + variance(centres, other)).isLessThan(kept);
        }
    }

    @Test
    void aPointOfABallFallsIntoItsEllipseAndSomeUponItsBorder() {
        for (int b = 0; b < certificate.balls().size(); b += 7) {
            Ball ball = certificate.balls().get(b);
            double[][] t = metric(ball.tag());
            Shape ellipse = set.balls().get(b).ellipse();
            assertThat(set.balls().get(b).tag()).isEqualTo(ball.tag());
            for (int n = 0; n < 200; n++) {
                // A point on the border of the ball, in a random direction from its centre.
                double[] offset = direction();
                double scale = ball.radius() / length(t, offset);
                assertThat(ellipse.contains(plane.point(plus(ball.centre(), offset, scale * 0.999))))
                        .isTrue();
                assertThat(ellipse.contains(plane.point(plus(ball.centre(), offset, 1e6 * scale))))
                        .isFalse();
            }
            for (double[] side : List.of(plane.first(), plane.second(), plus(plane.first(), plane.second(), -0.7))) {
                // The point of the ball that goes furthest to a side, climbed to by a gradient in the metric of the
                // ball.
                double[] furthest = furthest(t, ball.radius(), side);
                assertThat(ellipse.contains(plane.point(plus(ball.centre(), furthest, 0.995))))
                        .isTrue();
                assertThat(ellipse.contains(plane.point(plus(ball.centre(), furthest, 1.005))))
                        .isFalse();
            }
        }
    }

    @Test
    void theTubeBeginsWhereTheStateHasDiedAwayAndEndsAtItsWidestPoint() {
        Certificate.Tube tube = certificate.tube().orElseThrow();
        Line2D axis = set.tube().orElseThrow();
        assertThat(axis.getP1()).isEqualTo(new Point2D.Double());
        assertThat(axis.getX2()).isCloseTo(tube.sMax() * dot(tube.v(), plane.first()), within(1e-12));
        assertThat(axis.getY2()).isCloseTo(tube.sMax() * dot(tube.v(), plane.second()), within(1e-12));
    }

    @Test
    void pointsWithoutAnySpreadHaveAPlaneToo() {
        Plane flat = Plane.ofMostVariance(List.of(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}));
        assertThat(flat.kept()).isEqualTo(1);
        assertThat(flat.point(new double[] {1, 1})).isEqualTo(new Point2D.Double(0, 0));
    }

    /** Conjugate gradients for TᵀT·x = side, and then out to the border. */
    private static double[] furthest(double[][] t, double radius, double[] side) {
        double[] x = new double[side.length];
        double[] residual = side.clone();
        double[] step = side.clone();
        for (int n = 0; n < 200 && dot(residual, residual) > 1e-24; n++) {
            double[] image = gram(t, step);
            double before = dot(residual, residual);
            double alpha = before / dot(step, image);
            x = plus(x, step, alpha);
            residual = plus(residual, image, -alpha);
            step = plus(residual, step, dot(residual, residual) / before);
        }
        return plus(new double[side.length], x, radius / length(t, x));
    }

    private static double[] gram(double[][] t, double[] x) {
        double[] y = new double[x.length];
        for (double[] row : t) {
            y = plus(y, row, dot(row, x));
        }
        return y;
    }

    private double[][] metric(int tag) {
        return certificate.metrics().stream()
                .filter(metric -> metric.tag() == tag)
                .map(Metric::t)
                .findFirst()
                .orElseThrow();
    }

    private double[] direction() {
        double[] direction = new double[16];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = random.nextGaussian();
        }
        return unit(direction);
    }

    private static double variance(List<double[]> points, double[] direction) {
        List<Double> values = new ArrayList<>();
        points.forEach(point -> values.add(dot(point, direction)));
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }

    private static double length(double[][] t, double[] x) {
        double sum = 0;
        for (double[] row : t) {
            sum += dot(row, x) * dot(row, x);
        }
        return Math.sqrt(sum);
    }

    private static double[] unit(double[] x) {
        return plus(new double[x.length], x, 1 / Math.sqrt(dot(x, x)));
    }

    private static double[] plus(double[] x, double[] y, double factor) {
        double[] sum = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sum[i] = x[i] + factor * y[i];
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
