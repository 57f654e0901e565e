package io.github.rnnadder.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingConfigTest {

    @Test
    void withAnotherThresholdOrInitializerAConfigIsOtherwiseTheSame() {
        TrainingConfig config = new TrainingConfig(5, 4, Initializer.UNIFORM_FAN_IN, 0.2, 30, 7, 2, 0.5, 0.1, true, 6);
        assertThat(config.withAccuracyThreshold(0.75))
                .isEqualTo(new TrainingConfig(5, 4, Initializer.UNIFORM_FAN_IN, 0.2, 30, 7, 2, 0.75, 0.1, true, 6));
        assertThat(config.withInitializer(Initializer.UNIFORM_POSITIVE))
                .isEqualTo(new TrainingConfig(5, 4, Initializer.UNIFORM_POSITIVE, 0.2, 30, 7, 2, 0.5, 0.1, true, 6));
    }
}
