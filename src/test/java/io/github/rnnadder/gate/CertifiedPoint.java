package io.github.rnnadder.gate;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import java.util.Random;

/** A state from which a network must add right, with the carry that it stands for, if a certificate holds. */
record CertifiedPoint(double[] state, int carry) {

    /** Draws a point of a ball, or one time in ten of the tube. */
    static CertifiedPoint anyOf(Certificate certificate, Random random) {
        if (certificate.tube().isPresent() && random.nextInt(10) == 0) {
            return new CertifiedPoint(in(certificate.tube().get(), random), 0);
        }
        Ball ball = certificate.balls().get(random.nextInt(certificate.balls().size()));
        return new CertifiedPoint(in(ball, certificate, random), FullAdder.carryOf(ball.tag()));
    }

    private static double[] in(Ball ball, Certificate certificate, Random random) {
        double[][] t = certificate.metrics().stream()
                .filter(metric -> metric.tag() == ball.tag())
                .findFirst()
                .orElseThrow()
                .t();
        double[] offset = Matrices.mult(Inverse.of(t), randomDirection(t.length, random));
        double[] point = ball.centre().clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += ball.radius() * offset[i];
        }
        return point;
    }

    /** A point s·v + y, s anywhere between the smallest normal double and the tube's end. */
    private static double[] in(Tube tube, Random random) {
        double s = tube.sMax()
                * (random.nextBoolean() ? random.nextDouble() : StrictMath.pow(10, -300 * random.nextDouble()));
        double[] y = Matrices.mult(Inverse.of(tube.t()), randomDirection(tube.v().length, random));
        double along = Matrices.dot(tube.l(), y);
        for (int i = 0; i < y.length; i++) {
            y[i] -= along * tube.v()[i];
        }
        double scale = tube.kappa() * random.nextDouble() / Matrices.norm(Matrices.mult(tube.t(), y));
        double[] point = tube.v().clone();
        for (int i = 0; i < y.length; i++) {
            point[i] = s * (point[i] + scale * y[i]);
        }
        return point;
    }

    /** Half of them on the unit sphere, where it is tight. */
    private static double[] randomDirection(int n, Random random) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
        }
        double scale = (random.nextBoolean() ? 1 : random.nextDouble()) / Matrices.norm(x);
        for (int i = 0; i < n; i++) {
            x[i] *= scale;
        }
        return x;
    }
}
