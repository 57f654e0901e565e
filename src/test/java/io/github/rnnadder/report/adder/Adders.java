package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;

/** Adders for the tests, trained once. */
final class Adders {

    static final Training TRAINED = Trainer.train(TrainingConfig.DEFAULTS, 1, point -> {});

    static final Training UNTRAINED = Trainer.train(
            new TrainingConfig(8, 16, TrainingConfig.DEFAULTS.initializer(), 0.1, 1000, 1, 0, 1.0, 0.0, false, 500),
            1,
            point -> {});

    private Adders() {}
}
