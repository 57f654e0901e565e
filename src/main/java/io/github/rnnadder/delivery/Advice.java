package io.github.rnnadder.delivery;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;

/** What to try after the gate failed: first what is probably wrong in the config, then anything else. Each limit comes from trials at 8 bits with the other keys at their defaults, 20 to 60 seeds each. */
final class Advice {

    /** Learned: 1 seed of 60 with 4 hidden units, 45 with 5, 57 with 8. */
    private static final int FEW_HIDDEN = 5;

    /** Learned: nearly all seeds from 0.01 to 0.1, 14 of 20 with 0.3, none from 0.5 on. */
    private static final double HIGH_RATE = 0.2;

    /** Learned: no seed with 0.001. */
    private static final double LOW_RATE = 0.01;

    /** Learned: 5 seeds of 20 with 1000 iterations, 18 with 2000, all with 3000. */
    private static final int FEW_ITERATIONS = 3000;

    /** Learned: all seeds up to 0.003, 3 of 20 with 0.01. */
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
        others.add(config.restarts() == 0 ? "5 restarts" : "more restarts than " + config.restarts());
        others.add("another seed");
        return others;
    }
}
