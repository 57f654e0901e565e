package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.Reference;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.weights.Models;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the promise of a certificate with the class that dependent modules run. */
class LoaderAtGreatWidthsTest extends GeneratedLoaderTest {

    private Weights weights;
    private Class<?> type;
    private Object adder;

    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "decay-4", "strong-decay-2", "plain-13", "wide-1"})
    void everyWordOfFiveAfterManyZerosManyOnesFewOnesAndOneLongCarryAreRight(String name) throws Exception {
        weights = TestNetworks.load(name);
        assertThat(TestNetworks.decide(weights)).isInstanceOf(Certified.class);
        type = compile("com.acme.Sums", Models.model(8, weights), true);
        adder = load(type);
        BigInteger a = BigInteger.ZERO;
        BigInteger b = BigInteger.ZERO;
        for (int word = 0; word < 1 << 10; word++) {
            a = a.shiftLeft(5).add(BigInteger.valueOf(word & 31));
            b = b.shiftLeft(5).add(BigInteger.valueOf(word >> 5));
        }
        for (int start = 1; start < 4; start++) {
            assertAddsRight(
                    a.shiftLeft(1 + 20_000).add(BigInteger.valueOf(start & 1)),
                    b.shiftLeft(1 + 20_000).add(BigInteger.valueOf(start >> 1)));
        }
        Random random = new Random(11);
        BigInteger many = new BigInteger(20_000, random);
        BigInteger few = many;
        for (int n = 0; n < 5; n++) {
            few = few.and(new BigInteger(20_000, random));
        }
        BigInteger all = BigInteger.TWO.pow(20_000).subtract(BigInteger.ONE);
        assertAddsRight(many, new BigInteger(15_000, random));
        assertAddsRight(few, few.shiftLeft(1));
        assertAddsRight(all, few);
        assertAddsRight(BigInteger.ONE, all);
    }

    /**
     * The attacks on the proof are made on {@link Reference}, so they count only if it computes what the loader
     * computes.
     */
    private void assertAddsRight(BigInteger a, BigInteger b) throws Exception {
        assertThat(type.getMethod("add", BigInteger.class, BigInteger.class).invoke(adder, a, b))
                .isEqualTo(a.add(b));
        double[] p = (double[]) type.getMethod("probabilities", BigInteger.class, BigInteger.class)
                .invoke(adder, a, b);
        Reference reference = new Reference(weights, StrictMath::tanh);
        double most = 0;
        for (int t = 0; t < p.length; t++) {
            reference.step(a.testBit(t) ? 1 : 0, b.testBit(t) ? 1 : 0);
            most = Math.max(most, Math.abs(p[t] - reference.probability()));
        }
        assertThat(most).isLessThan(1e-12);
    }
}
