package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.proof.checker.InvertibleMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the index with a search of all balls, with random balls that shrink or are removed. */
class BallIndexTest {

    private final Random random = new Random(5);
    private final BallIndex balls = new BallIndex();
    private final List<CandidateBall> all = new ArrayList<>();

    private void drawBalls(int dimension) {
        InvertibleMetric norm = new InvertibleMetric(ContractionMetric.identity(dimension));
        for (int n = 0; n < 300; n++) {
            CandidateBall ball = new CandidateBall(0, norm, point(dimension), 0.1 + 0.4 * random.nextDouble());
            balls.add(ball);
            all.add(ball);
            if (n % 3 == 0) {
                ball.shrink();
            }
            if (n % 5 == 0) {
                CandidateBall gone = all.remove(random.nextInt(all.size()));
                balls.remove(gone);
            }
        }
    }

    private double[] point(int dimension) {
        return random.doubles(dimension, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5})
    void theRoomiestIsTheFirstOfThoseThatLeaveTheMostRoom(int dimension) {
        drawBalls(dimension);
        assertThat(balls.list()).containsExactlyElementsOf(all);
        int none = 0;
        for (int n = 0; n < 1000; n++) {
            double[] y = point(dimension);
            CandidateBall roomiest = null;
            for (CandidateBall ball : all) {
                if (ball.room(y, 0) > (roomiest == null ? 0 : roomiest.room(y, 0))) {
                    roomiest = ball;
                }
            }
            assertThat(balls.roomiest(y).orElse(null)).isSameAs(roomiest);
            none += roomiest == null ? 1 : 0;
        }
        assertThat(none).isLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5})
    void theyAdviseTheLeastRadiusThatOneNearbyHadToShrinkTo(int dimension) {
        drawBalls(dimension);
        int advised = 0;
        for (int n = 0; n < 1000; n++) {
            double[] y = point(dimension);
            double least = 0.3;
            for (CandidateBall ball : all) {
                least = ball.advise(y, least);
            }
            assertThat(balls.advise(y, 0.3)).isEqualTo(least);
            advised += least < 0.3 ? 1 : 0;
        }
        assertThat(advised).isPositive();
    }
}
