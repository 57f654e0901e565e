package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The shadow that a certificate throws on the plane in which the centres of its balls spread most.
 *
 * @param plane what it falls on
 * @param balls in the order of the certificate
 * @param tube the axis of the tube, from 0, where the state has died away
 */
record CertifiedSet(Plane plane, List<Shadow> balls, Optional<Line2D> tube) {

    private static final Ellipse2D UNIT_CIRCLE = new Ellipse2D.Double(-1, -1, 2, 2);

    /**
     * The shadow of a ball.
     *
     * @param tag of the ball
     * @param ellipse where it falls
     */
    record Shadow(int tag, Shape ellipse) {}

    static CertifiedSet of(Certificate certificate) {
        Plane plane = Plane.ofMostVariance(
                certificate.balls().stream().map(Ball::centre).toList());
        AffineTransform[] units = new AffineTransform[FullAdder.TAGS];
        for (Metric metric : certificate.metrics()) {
            units[metric.tag()] = plane.shadow(Inverse.of(metric.t()));
        }
        List<Shadow> balls = new ArrayList<>();
        for (Ball ball : certificate.balls()) {
            Point2D centre = plane.point(ball.centre());
            AffineTransform place = AffineTransform.getTranslateInstance(centre.getX(), centre.getY());
            place.scale(ball.radius(), ball.radius());
            place.concatenate(units[ball.tag()]);
            balls.add(new Shadow(ball.tag(), place.createTransformedShape(UNIT_CIRCLE)));
        }
        Optional<Line2D> axis = certificate
                .tube()
                .map(tube -> Arrays.stream(tube.v()).map(v -> v * tube.sMax()).toArray())
                .map(end -> new Line2D.Double(new Point2D.Double(), plane.point(end)));
        return new CertifiedSet(plane, balls, axis);
    }
}
