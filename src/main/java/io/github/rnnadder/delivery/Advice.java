package io.github.rnnadder.delivery;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Suggests what to try after the gate failed: first, what is probably wrong in the config; then, anything else. Each
 * limit comes from 20 to 60 seeds at 8 bits, with all other keys of the config at their defaults.
 */
final class Advice {

    /** With 4 hidden units, 1 of 60 seeds learned to add; with 5 units, 45; with 8 units, 57. */
    private static final int FEW_HIDDEN = 5;

    /** Nearly all seeds learned with rates from 0.01 to 0.1; 14 of 20 with 0.3, and no seed with 0.5 or more. */
    private static final double HIGH_RATE = 0.2;

    /** With a rate of 0.001, no seed learned. */
    private static final double LOW_RATE = 0.01;

    /** With 1000 iterations, 5 of 20 seeds learned; with 2000, 18; with 3000, all. */
    private static final int FEW_ITERATIONS = 3000;

    /** With a decay of up to 0.003, all seeds learned; with 0.01, 3 of 20. */
    private static final double STRONG_DECAY = 0.005;

    private Advice() {}

    /** Returns a sentence that advises which values of the config to change after a training that failed the gate. */
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
