package io.github.rnnadder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.fuzz.Seeds;
import io.github.rnnadder.model.network.Reference;
import io.github.rnnadder.model.network.Tanh;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A certified network adds right, wherever in the certified set it begins. The profile {@code fuzz} tries it longer.
 */
class CertifiedNetworksFuzzTest {

    private static final int COLUMNS = 50;

    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "decay-4", "strong-decay-2", "plain-13", "plain-26", "wide-1"})
    void itIsRightFromEveryPointOfTheCertifiedSet(String name) {
        Weights weights = TestNetworks.load(name);
        Certificate certificate = TestNetworks.certificate(weights);
        Reference network = new Reference(weights, Tanh::of);
        Seeds.tryAll(4_000, random -> {
            CertifiedPoint point = CertifiedPoint.anyOf(certificate, random);
            network.restart(point.state(), point.carry());
            int wrong = 0;
            for (int t = 0; t < COLUMNS; t++) {
                wrong += network.step(random.nextInt(2), random.nextInt(2)) ? 0 : 1;
            }
            assertThat(wrong).isZero();
        });
    }
}
