package io.github.rnnadder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.model.network.Tanh;
import io.github.rnnadder.model.network.Weights;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayTest {

    /** One hidden unit that knows no carry: the bit is 1 where either operand's is. */
    private static final Weights OR = new Weights(new double[][] {{1, 1}}, new double[][] {{0}}, new double[] {1});

    private static Counterexample wrong(long a, long b, long predicted, int width, int bit) {
        return new Counterexample(
                BigInteger.valueOf(a), BigInteger.valueOf(b), BigInteger.valueOf(predicted), width, bit);
    }

    private static byte[] word(int... columns) {
        byte[] word = new byte[columns.length];
        for (int t = 0; t < word.length; t++) {
            word[t] = (byte) columns[t];
        }
        return word;
    }

    @Test
    void aLastColumnThatMayLeaveACarryIsFollowedByOneThatHoldsIt() {
        assertThat(Replay.of(OR, word(3))).contains(wrong(1, 1, 1, 2, 0));
        assertThat(Replay.of(OR, word(3, 0))).contains(wrong(1, 1, 1, 2, 0));
        assertThat(Replay.of(OR, word(1, 2, 3))).contains(wrong(5, 6, 7, 4, 2));
        assertThat(Replay.of(OR, word(2, 3, 0, 0))).contains(wrong(2, 3, 3, 4, 1));
    }

    @Test
    void aSumThatComesOutRightIsNone() {
        assertThat(Replay.of(OR, word())).isEmpty();
        assertThat(Replay.of(OR, word(0, 0))).isEmpty();
        assertThat(Replay.of(OR, word(1, 2, 0, 1))).isEmpty();
    }

    /**
     * Two hidden units for each operand, whose difference is the output. In column (1,0) it is 0, wrong, by the
     * plugin's tanh, and above 0, right, by that of {@code StrictMath}; in column (0,1) the other way round.
     */
    @Test
    void whatIsWrongInOneArithmeticAloneOrInAnotherBitOfEachDoesNotCount() {
        double[] first = apart(true);
        double[] second = apart(false);
        Weights weights = new Weights(
                new double[][] {{first[0], 0}, {first[1], 0}, {0, second[0]}, {0, second[1]}},
                new double[4][4],
                new double[] {1e7, -1e7, 1e7, -1e7});
        assertThat(Replay.of(weights, word(1))).isEmpty();
        assertThat(Replay.of(weights, word(2))).isEmpty();
        assertThat(Replay.of(weights, word(1, 2))).isEmpty();
        assertThat(Replay.of(weights, word(2, 1))).isEmpty();
        assertThat(Replay.of(weights, word(0, 3)))
                .as("a carry that both forget")
                .isPresent();
    }

    /** Two numbers, the first above the second, whose tanh is the same in just one of the two arithmetics. */
    private static double[] apart(boolean strictly) {
        Random random = new Random(1);
        while (true) {
            double low = random.nextDouble();
            double high = Math.nextUp(low);
            boolean ours = Tanh.of(high) > Tanh.of(low);
            boolean theirs = StrictMath.tanh(high) > StrictMath.tanh(low);
            if (ours != theirs && theirs == strictly) {
                return new double[] {high, low};
            }
        }
    }
}
