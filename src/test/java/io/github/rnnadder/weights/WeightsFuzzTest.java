package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.fuzz.Mutations;
import io.github.rnnadder.fuzz.Seeds;
import org.junit.jupiter.api.Test;

class WeightsFuzzTest {

    @Test
    void mutatedJsonIsAnAdderOrOneSentence() {
        Seeds.tryAll(random -> {
            byte[] valid = JsonWeights.write(Models.model(8, 2, random.nextLong()));
            try {
                assertThat(JsonWeightsReader.read("m.json", Mutations.mutate(valid, random)))
                        .isNotNull();
            } catch (WeightsException e) {
                Mutations.assertOneSentence(e, "m.json");
            }
        });
    }

    @Test
    void mutatedSafetensorsAreAnAdderOrOneSentence() {
        Seeds.tryAll(random -> {
            byte[] valid = SafetensorsWeights.write(Models.model(8, 2, random.nextLong()));
            try {
                assertThat(SafetensorsReader.read("m.safetensors", Mutations.mutate(valid, random)))
                        .isNotNull();
            } catch (WeightsException e) {
                Mutations.assertOneSentence(e, "m.safetensors");
            }
        });
    }
}
