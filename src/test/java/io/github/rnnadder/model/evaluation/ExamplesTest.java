package io.github.rnnadder.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    @Test
    void theyAreTheSameInWhateverOrderTheSumsAreFoundAndTallied() {
        List<WrongSum> sums = new ArrayList<>();
        for (long a = 0; a < 40; a++) {
            for (long b = 3; b < 40; b++) {
                sums.add(new WrongSum(a, b, 0));
            }
        }
        List<WrongSum> expected = examples(sums);
        assertThat(expected).hasSize(5).startsWith(new WrongSum(0, 3, 0));
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(sums, random);
            int cut = random.nextInt(sums.size());
            Tally low = new Tally(cut, 0.25, examples(sums.subList(0, cut)));
            Tally high = new Tally(sums.size() - cut, 0.5, examples(sums.subList(cut, sums.size())));
            assertThat(high.plus(low)).isEqualTo(new Tally(sums.size(), 0.75, expected));
        }
    }

    /** The first is kept whatever its hash. */
    @Test
    void theFirstIsOneOfThemAlsoWhereItIsFoundLast() {
        for (long least = 0; least < 40; least++) {
            List<WrongSum> oneFirstOperand = new ArrayList<>();
            List<WrongSum> oneSecondOperand = new ArrayList<>();
            for (long other = least; other < least + 8; other++) {
                oneFirstOperand.add(new WrongSum(5, other, 0));
                oneSecondOperand.add(new WrongSum(other, 5, 0));
            }
            for (List<WrongSum> sums : List.of(oneFirstOperand, oneSecondOperand)) {
                List<WrongSum> expected = examples(sums);
                assertThat(expected).hasSize(5).startsWith(sums.get(0));
                Collections.reverse(sums);
                assertThat(examples(sums)).isEqualTo(expected);
            }
        }
    }

    @Test
    void fewWrongSumsAreAllOfThem() {
        List<WrongSum> sums = List.of(new WrongSum(1, 2, 4), new WrongSum(1, 3, 5), new WrongSum(2, 0, 1));
        assertThat(examples(sums)).isEqualTo(sums);
        assertThat(examples(List.of())).isEmpty();
    }

    private static List<WrongSum> examples(List<WrongSum> sums) {
        Examples examples = new Examples();
        sums.forEach(sum -> examples.note(sum.a(), sum.b(), sum.predicted()));
        return examples.sorted();
    }
}
