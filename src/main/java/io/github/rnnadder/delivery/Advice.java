package io.github.rnnadder.delivery;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * What to try after a missed gate: first what in the config is likely wrong, then what is not set already. The limits
 * are those of trials at 8 bits with everything else at its default, 20 to 60 seeds each.
 */
final class Advice {

    /** With 4 hidden units 1 seed of 60 learned, with 5 of them 45, with 8 of them 57. */
    private static final int FEW_HIDDEN = 5;

    /** From 0.01 to 0.1 nearly all seeds learned, with 0.3 14 of 20, from 0.5 on none. */
    private static final double HIGH_RATE = 0.2;

    /** With 0.001 none learned. */
    private static final double LOW_RATE = 0.01;

    /** With 1000 5 seeds of 20 learned, with 2000 18 of 20, with 3000 all. */
    private static final int FEW_ITERATIONS = 3000;

    /** Up to 0.003 all seeds learned, with 0.01 3 of 20. */
    private static final double STRONG_DECAY = 0.005;

    private Advice() {}

    /** Returns the advice as a sentence. */
    static String of(TrainingConfig config, boolean diverged) {
        if (diverged) {
            return "Training diverged: a weight or the loss was no longer finite. Try a learningRate "
                    + (config.learningRate() > HIGH_RATE ? "near 0.1 instead of " : "below ") + config.learningRate()
                    + ".";
        }
        List<String> likely = likely(config);
        List<String> others = others(config);
        return "Try " + (likely.isEmpty() ? "" : String.join(", ", likely) + "; else ")
                + String.join(", ", others.subList(0, others.size() - 1)) + " or " + others.get(others.size() - 1)
                + ".";
    }

    private static List<String> likely(TrainingConfig config) {
        List<String> likely = new ArrayList<>();
        if (config.learningRate() > HIGH_RATE || config.learningRate() < LOW_RATE) {
            likely.add("a learningRate near 0.1 instead of " + config.learningRate());
        }
        if (config.hiddenSize() < FEW_HIDDEN) {
            likely.add("a hiddenSize of 8 or more instead of " + config.hiddenSize());
        }
        if (config.weightDecay() > STRONG_DECAY) {
            likely.add("a weightDecay around 0.001 instead of " + config.weightDecay());
        }
        if (config.iterations() < FEW_ITERATIONS) {
            likely.add("more iterations than " + config.iterations() + " (most networks need 1000 to " + FEW_ITERATIONS
                    + ")");
        }
        if (config.initializer() != Initializer.UNIFORM_FAN_IN) {
            likely.add("the initializer " + Initializer.UNIFORM_FAN_IN.key() + " instead of "
                    + config.initializer().key());
        }
        return likely;
    }

    private static List<String> others(TrainingConfig config) {
        List<String> others = new ArrayList<>();
        if (config.iterations() >= FEW_ITERATIONS) {
            others.add("more iterations than " + config.iterations());
        }
        others.add(config.restarts() == 0 ? "restarts (say 5)" : "more restarts than " + config.restarts());
        others.add("another seed");
        return others;
    }
}
