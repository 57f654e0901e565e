package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.config.ConfigReader;
import io.github.rnnadder.model.config.ConfigSource;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the pages show of the adder of the quickstart is what it does. */
class QuickstartAdderTest {

    private static final Training TRAINED = train();
    private static final int A = 57;
    private static final int B = 19;

    @Test
    void theFirstPageSaysWhatItShows() throws IOException {
        ForwardPass network = new ForwardPass(TRAINED.weights());
        StringBuilder bits = new StringBuilder();
        for (int t = 0; t < 8; t++) {
            bits.insert(0, network.step(A >> t & 1, B >> t & 1) > 0.5 ? 1 : 0);
        }
        int total = Integer.parseInt(bits.toString(), 2);
        assertThat(total).isEqualTo(A + B);
        assertThat(Pages.text("index.md"))
                .contains("![The sum " + A + " + " + B + " in ")
                .contains("The bits of the sum are " + bits + ", which is " + total + ".](images/addition.svg)");
    }

    @Test
    void itsLastWrongSumIsTheOneThatThePageNames() throws IOException {
        assertThat(Pages.text("proof.md")).contains("Its last wrong sum was number " + TRAINED.lastWrong() + ".");
    }

    private static Training train() {
        TrainingConfig config =
                ConfigReader.read(ConfigSource.read(Path.of("src/it/quickstart/model/src/main/rnn-adder/adder.yaml")));
        return Trainer.train(config, config.seed(), point -> {});
    }
}
