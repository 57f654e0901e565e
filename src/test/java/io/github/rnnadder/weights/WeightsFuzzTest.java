package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.fuzz.Mutations;
import io.github.rnnadder.fuzz.Seeds;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WeightsFuzzTest {

    @Test
    void mutatedJsonIsAnAdderOrOneSentence() {
        mutate("m.json", JsonWeights::write, JsonWeightsReader::read);
    }

    @Test
    void mutatedSafetensorsAreAnAdderOrOneSentence() {
        mutate("m.safetensors", SafetensorsWeights::write, SafetensorsReader::read);
    }

    private static void mutate(
            String file, Function<TrainedModel, byte[]> write, BiFunction<String, byte[], WeightsFile> read) {
        Seeds.tryAll(random -> {
            byte[] valid = write.apply(Models.model(8, 2, random.nextLong()));
            try {
                assertThat(read.apply(file, Mutations.mutate(valid, random))).isNotNull();
            } catch (UnreadableFileException e) {
                Mutations.assertOneSentence(e, file);
            }
        });
    }
}
