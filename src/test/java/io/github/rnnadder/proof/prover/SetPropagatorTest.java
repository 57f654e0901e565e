package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Propagates the initial state of a trained network, with a policy that decides by the length of words. */
class SetPropagatorTest {

    private final Weights weights = TestNetworks.load("decay-4");
    private final StepBudget budget = new StepBudget(1000, progress -> {});
    private final List<String> asked = new ArrayList<>();

    private final class ByLength implements SetPropagator.ContainmentPolicy {
        private final int length;

        ByLength(int length) {
            this.length = length;
        }

        @Override
        public Optional<Containment> keep(Containment leaf) {
            return Optional.of(leaf).filter(it -> it.word().length >= length);
        }

        @Override
        public List<Containment> contain(EllipsoidZonotope set, double[] state, int tag, byte[] word) {
            asked.add(text(word) + "/" + tag);
            return word.length == length
                    ? List.of(new Containment(word, tag, new double[0], 0, Optional.empty()))
                    : List.of();
        }
    }

    private static String text(byte[] word) {
        StringBuilder text = new StringBuilder();
        for (byte x : word) {
            text.append(x);
        }
        return text.toString();
    }

    private SetPropagator follower(Weights network) {
        int h = network.hiddenSize();
        InvertibleMetric[] norms = new InvertibleMetric[8];
        Arrays.fill(norms, new InvertibleMetric(ContractionMetric.identity(h)));
        budget.allot(1);
        return new SetPropagator(network, norms, budget);
    }

    private static List<String> words(ReachTree tree) {
        return tree.leaves().stream().map(leaf -> text(leaf.word())).collect(Collectors.toList());
    }

    @Test
    void everyWordIsFollowedUntilItIsHeld() {
        ReachTree tree = follower(weights)
                .propagate(new InitialState(16), new ByLength(1), 100)
                .orElseThrow();
        assertThat(words(tree)).containsExactly("1", "2", "3");
        assertThat(tree.steps()).isEqualTo(3);
        assertThat(asked).as("the carry after 1 + 1 counts 4").containsExactly("1/1", "2/2", "3/7");
    }

    @Test
    void whatIsNotHeldGoesOnWithEachColumn() {
        ReachTree tree = follower(weights)
                .propagate(new InitialState(16), new ByLength(2), 100)
                .orElseThrow();
        assertThat(words(tree)).containsExactly("10", "11", "12", "13", "20", "21", "22", "23", "30", "31", "32", "33");
        assertThat(tree.steps()).isEqualTo(15);
        assertThat(asked).contains("30/0", "31/5", "32/6", "33/7", "10/0", "13/7");
    }

    @Test
    void anExpansionIsContinuedWhereALeafDoesNotStay() {
        SetPropagator propagator = follower(weights);
        InitialState start = new InitialState(16);
        start.replaceTree(propagator.propagate(start, new ByLength(1), 100).orElseThrow());
        ReachTree further = propagator.propagate(start, new ByLength(2), 100).orElseThrow();
        assertThat(words(further)).hasSize(12).contains("10", "33");
        assertThat(further.steps()).isEqualTo(15);
    }

    /** Ends each word of one input in two leaves, at first. */
    private final class ByPieces implements SetPropagator.ContainmentPolicy {
        private final Predicate<Containment> stays;
        private int held;

        ByPieces(Predicate<Containment> stays) {
            this.stays = stays;
        }

        @Override
        public Optional<Containment> keep(Containment leaf) {
            return Optional.of(leaf).filter(stays);
        }

        @Override
        public List<Containment> contain(EllipsoidZonotope set, double[] state, int tag, byte[] word) {
            asked.add(text(word) + "/" + tag);
            return List.of(leaf(word, tag), leaf(word, tag));
        }

        private Containment leaf(byte[] word, int tag) {
            return new Containment(word, tag, new double[0], held++, Optional.empty());
        }
    }

    /** The radius identifies the leaf: 0 and 1 belong to word 1, 2 and 3 to word 2, 4 and 5 to word 3. */
    @ParameterizedTest
    @CsvSource({"-1, ''", "0, 1/1", "1, 1/1", "2, 2/2", "5, 3/7"})
    void ifOnePieceDoesNotStayAllOfItsWordAreHeldAnew(int gone, String anew) {
        SetPropagator propagator = follower(weights);
        InitialState start = new InitialState(16);
        start.replaceTree(
                propagator.propagate(start, new ByPieces(leaf -> true), 100).orElseThrow());
        assertThat(words(start.reachTree())).containsExactly("1", "1", "2", "2", "3", "3");
        asked.clear();

        List<Containment> kept = propagator
                .propagate(start, new ByPieces(leaf -> leaf.radius() != gone), 100)
                .orElseThrow()
                .leaves();

        assertThat(String.join(" ", asked)).isEqualTo(anew);
        assertThat(kept).hasSize(6);
        for (int i = 0; i < 6; i++) {
            boolean sameWord = gone >= 0 && i / 2 == gone / 2;
            assertThat(kept.get(i) == start.reachTree().leaves().get(i))
                    .as("leaf %s", i)
                    .isEqualTo(!sameWord);
        }
        assertThat(kept.stream().map(Containment::word).map(SetPropagatorTest::text))
                .containsExactly("1", "1", "2", "2", "3", "3");
    }

    @Test
    void moreStepsThanAllowedAreNotTaken() {
        SetPropagator propagator = follower(weights);
        assertThat(propagator.propagate(new InitialState(16), new ByLength(2), 15))
                .isPresent();
        assertThat(propagator.propagate(new InitialState(16), new ByLength(2), 14))
                .isEmpty();
    }

    @Test
    void itEndsWhenTheWorkIsExhausted() {
        SetPropagator propagator = follower(weights);
        budget.allot(0.014);
        assertThat(propagator.propagate(new InitialState(16), new ByLength(2), 100))
                .isEmpty();
        assertThat(propagator.isExhausted()).isTrue();
    }

    @Test
    void aWrongBitEndsIt() {
        assertThat(follower(TestNetworks.withV(weights, -1)).propagate(new InitialState(16), new ByLength(1), 100))
                .isEmpty();
    }

    @Test
    void aWordThatIsNeverHeldEndsAfter40Columns() {
        SetPropagator propagator =
                follower(new Weights(new double[][] {{1, 1}}, new double[][] {{0}}, new double[] {0}));
        assertThat(propagator.propagate(new InitialState(1), new ByLength(50), 5000))
                .isEmpty();
    }
}
