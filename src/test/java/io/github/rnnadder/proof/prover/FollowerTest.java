package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.checker.Norm;
import io.github.rnnadder.proof.checker.StateSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words from the beginning, in a trained network, with a holder that decides by their length. */
class FollowerTest {

    private final Weights weights = TestNetworks.load("decay-4");
    private final Work work = new Work(1000, progress -> {});
    private final List<String> asked = new ArrayList<>();

    private final class ByLength implements Follower.Holder {
        private final int length;

        ByLength(int length) {
            this.length = length;
        }

        @Override
        public Optional<Leaf> keep(Leaf leaf) {
            return Optional.of(leaf).filter(it -> it.word().length >= length);
        }

        @Override
        public List<Leaf> hold(StateSet set, double[] state, int tag, byte[] word) {
            asked.add(text(word) + "/" + tag);
            return word.length == length ? List.of(new Leaf(word, tag, new double[0], 0, Optional.empty())) : List.of();
        }
    }

    private static String text(byte[] word) {
        StringBuilder text = new StringBuilder();
        for (byte x : word) {
            text.append(x);
        }
        return text.toString();
    }

    private Follower follower(Weights network) {
        int h = network.hiddenSize();
        Norm[] norms = new Norm[8];
        Arrays.fill(norms, new Norm(ContractionMetric.identity(h)));
        work.allot(1);
        return new Follower(network, norms, work);
    }

    private static List<String> words(Expansion expansion) {
        return expansion.leaves().stream().map(leaf -> text(leaf.word())).collect(Collectors.toList());
    }

    @Test
    void everyWordIsFollowedUntilItIsHeld() {
        Expansion expansion =
                follower(weights).follow(new Start(16), new ByLength(1), 100).orElseThrow();
        assertThat(words(expansion)).containsExactly("1", "2", "3");
        assertThat(expansion.steps()).isEqualTo(3);
        assertThat(asked).as("the carry after 1 + 1 counts 4").containsExactly("1/1", "2/2", "3/7");
    }

    @Test
    void whatIsNotHeldGoesOnWithEachColumn() {
        Expansion expansion =
                follower(weights).follow(new Start(16), new ByLength(2), 100).orElseThrow();
        assertThat(words(expansion))
                .containsExactly("10", "11", "12", "13", "20", "21", "22", "23", "30", "31", "32", "33");
        assertThat(expansion.steps()).isEqualTo(15);
        assertThat(asked).contains("30/0", "31/5", "32/6", "33/7", "10/0", "13/7");
    }

    @Test
    void anExpansionIsContinuedWhereALeafDoesNotStay() {
        Follower follower = follower(weights);
        Start start = new Start(16);
        start.expand(follower.follow(start, new ByLength(1), 100).orElseThrow());
        Expansion further = follower.follow(start, new ByLength(2), 100).orElseThrow();
        assertThat(words(further)).hasSize(12).contains("10", "33");
        assertThat(further.steps()).isEqualTo(15);
    }

    /** Holds each word of one column by two leaves, at first. */
    private final class ByPieces implements Follower.Holder {
        private final Predicate<Leaf> stays;
        private int held;

        ByPieces(Predicate<Leaf> stays) {
            this.stays = stays;
        }

        @Override
        public Optional<Leaf> keep(Leaf leaf) {
            return Optional.of(leaf).filter(stays);
        }

        @Override
        public List<Leaf> hold(StateSet set, double[] state, int tag, byte[] word) {
            asked.add(text(word) + "/" + tag);
            return List.of(leaf(word, tag), leaf(word, tag));
        }

        private Leaf leaf(byte[] word, int tag) {
            return new Leaf(word, tag, new double[0], held++, Optional.empty());
        }
    }

    /** The radius stands for which leaf it is: 0 and 1 are of word 1, 2 and 3 of word 2, 4 and 5 of word 3. */
    @ParameterizedTest
    @CsvSource({"-1, ''", "0, 1/1", "1, 1/1", "2, 2/2", "5, 3/7"})
    void ifOnePieceDoesNotStayAllOfItsWordAreHeldAnew(int gone, String anew) {
        Follower follower = follower(weights);
        Start start = new Start(16);
        start.expand(follower.follow(start, new ByPieces(leaf -> true), 100).orElseThrow());
        assertThat(words(start.expansion())).containsExactly("1", "1", "2", "2", "3", "3");
        asked.clear();

        List<Leaf> kept = follower.follow(start, new ByPieces(leaf -> leaf.radius() != gone), 100)
                .orElseThrow()
                .leaves();

        assertThat(String.join(" ", asked)).isEqualTo(anew);
        assertThat(kept).hasSize(6);
        for (int i = 0; i < 6; i++) {
            boolean sameWord = gone >= 0 && i / 2 == gone / 2;
            assertThat(kept.get(i) == start.expansion().leaves().get(i))
                    .as("leaf %s", i)
                    .isEqualTo(!sameWord);
        }
        assertThat(kept.stream().map(Leaf::word).map(FollowerTest::text)).containsExactly("1", "1", "2", "2", "3", "3");
    }

    @Test
    void moreStepsThanAllowedAreNotTaken() {
        Follower follower = follower(weights);
        assertThat(follower.follow(new Start(16), new ByLength(2), 15)).isPresent();
        assertThat(follower.follow(new Start(16), new ByLength(2), 14)).isEmpty();
    }

    @Test
    void itEndsWhenTheWorkIsExhausted() {
        Follower follower = follower(weights);
        work.allot(0.014);
        assertThat(follower.follow(new Start(16), new ByLength(2), 100)).isEmpty();
        assertThat(follower.isExhausted()).isTrue();
    }

    @Test
    void aWrongBitEndsIt() {
        assertThat(follower(TestNetworks.withV(weights, -1)).follow(new Start(16), new ByLength(1), 100))
                .isEmpty();
    }

    @Test
    void aWordThatIsNeverHeldEndsAfter40Columns() {
        Follower follower = follower(new Weights(new double[][] {{1, 1}}, new double[][] {{0}}, new double[] {0}));
        assertThat(follower.follow(new Start(1), new ByLength(50), 5000)).isEmpty();
    }
}
