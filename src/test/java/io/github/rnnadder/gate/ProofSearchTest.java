package io.github.rnnadder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.gate.Proof.Unknown;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Reference;
import io.github.rnnadder.model.network.Tanh;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateWriter;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.weights.WeightsFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofSearchTest {

    /**
     * Enough for the states of {@link #SUBNORMAL} to get there; the others shrink more slowly, or to a size that stays.
     */
    private static final int ZERO_COLUMNS = 20_000;

    private static final Set<String> SUBNORMAL = Set.of("strong-decay-2", "wide-1");

    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "decay-4", "strong-decay-2", "plain-13", "wide-1"})
    void manyZeroColumnsAndThenAnyFiveAreRightInBothArithmetics(String name) {
        Weights weights = TestNetworks.load(name);
        assertThat(TestNetworks.decide(weights)).isInstanceOf(Certified.class);
        for (int start = 1; start < 4; start++) {
            ForwardPass network = new ForwardPass(weights);
            Reference same = new Reference(weights, Tanh::of);
            Reference loader = new Reference(weights, StrictMath::tanh);
            int wrong = 0;
            for (int t = 0; t < ZERO_COLUMNS; t++) {
                int a = t == 0 ? start & 1 : 0;
                int b = t == 0 ? start >> 1 : 0;
                boolean bit = network.step(a, b) > 0.5;
                wrong += bit == (t == 0 ? start < 3 : t == 1 && start == 3) ? 0 : 1;
                wrong += same.step(a, b) ? 0 : 1;
                wrong += loader.step(a, b) ? 0 : 1;
            }
            assertThat(wrong).isZero();
            double size = Arrays.stream(network.hidden()).map(Math::abs).max().orElseThrow();
            assertThat(size < Double.MIN_NORMAL).isEqualTo(SUBNORMAL.contains(name));
            assertEveryWordRight(same, 5);
            assertEveryWordRight(loader, 5);
        }
    }

    private static void assertEveryWordRight(Reference network, int length) {
        double[] state = network.state();
        int carry = network.carry();
        for (int x = 0; length > 0 && x < 4; x++) {
            network.restart(state, carry);
            assertThat(network.step(x & 1, x >> 1)).isTrue();
            assertEveryWordRight(network, length - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 19, 20, 21, 22, 25, 31, 32, 38})
    void aWrongNetworkIsShownByASumThatItGetsWrong(int seed) {
        Weights weights = TestNetworks.load("wrong-" + seed);
        Proof verdict = TestNetworks.decide(weights);
        assertThat(verdict).isInstanceOf(Counterexample.class);
        Counterexample wrong = (Counterexample) verdict;
        BigInteger predicted = BigInteger.ZERO;
        Reference network = new Reference(weights, StrictMath::tanh);
        for (int t = 0; t < wrong.width(); t++) {
            int a = wrong.a().testBit(t) ? 1 : 0;
            int b = wrong.b().testBit(t) ? 1 : 0;
            boolean right = network.step(a, b);
            assertThat(right).as("bit %s", t).isEqualTo(t < wrong.wrongBit() || right && t > wrong.wrongBit());
            predicted = right == wrong.sum().testBit(t) ? predicted.setBit(t) : predicted;
        }
        assertThat(wrong.predicted().xor(wrong.sum()).getLowestSetBit()).isEqualTo(wrong.wrongBit());
        assertThat(wrong.sum().bitLength()).isLessThanOrEqualTo(wrong.width());
        assertThat(wrong)
                .hasToString("COUNTEREXAMPLE: " + wrong.a() + " + " + wrong.b() + " = " + wrong.sum() + ", predicted "
                        + wrong.predicted() + " at width " + wrong.width());
    }

    @Test
    void whatIsCertifiedOfMutatedNetworksIsRight() {
        Weights trained = TestNetworks.load("decay-1");
        Random random = new Random(7);
        int certified = 0;
        for (int n = 0; n < 6; n++) {
            int i = random.nextInt(16);
            int j = random.nextInt(16);
            Weights mutant = TestNetworks.withW(trained, i, j, trained.w()[i][j] + random.nextGaussian() * 0.3);
            if (ProofSearch.decide(mutant, Progress.silent()) instanceof Certified) {
                certified++;
                Reference network = new Reference(mutant, StrictMath::tanh);
                int wrong = 0;
                for (int t = 0; t < 100_000; t++) {
                    // Runs of a few columns, since those are what a network forgets over.
                    int x = random.nextInt(4);
                    for (int run = random.nextInt(8) == 0 ? random.nextInt(60) : 1; run > 0; run--) {
                        wrong += network.step(x & 1, x >> 1) ? 0 : 1;
                    }
                }
                assertThat(wrong).isZero();
            }
        }
        assertThat(certified).isPositive();
    }

    /** Of one network the proof bears the rounding of single precision, of the other only that of doubles. */
    @ParameterizedTest
    @CsvSource({"decay-1, SINGLE", "decay-4, DOUBLE"})
    void theClaimIsTheStrongestThatTheCheckerAccepts(String name, Precision covers) {
        Weights weights = TestNetworks.load(name);
        Certificate claim = TestNetworks.certificate(weights);
        assertThat(claim.covers()).isEqualTo(covers);
        assertThatCode(() -> CertificateChecker.check(weights, claim)).doesNotThrowAnyException();
        Certificate stronger = Claims.bearing(claim, claim.tolerance(), Precision.SINGLE);
        if (covers == Precision.DOUBLE) {
            assertThatThrownBy(() -> CertificateChecker.check(weights, stronger))
                    .isInstanceOf(InvalidCertificateException.class);
        }
    }

    @Test
    void theNumberOfHiddenUnitsNeedNotBeAMultipleOfAnything() {
        List<String> heard = new ArrayList<>();
        Weights padded = TestNetworks.pad(TestNetworks.load("decay-1"), 19);
        assertThat(ProofSearch.decide(padded, talkative(heard))).isInstanceOf(Certified.class);
        assertThat(searches(heard)).doesNotContain("Looking harder for a sum that comes out wrong");
    }

    @Test
    void theLargestNetworksCanBeCertified() {
        Weights padded = TestNetworks.pad(TestNetworks.load("wide-1"), Limits.MAX_HIDDEN_SIZE);
        assertThat(ProofSearch.decide(padded, Progress.silent())).isInstanceOf(Certified.class);
    }

    @Test
    void moreHiddenUnitsThanCanBeCertifiedAreUnknown() {
        List<String> heard = new ArrayList<>();
        Weights padded = TestNetworks.pad(TestNetworks.load("decay-1"), Limits.MAX_HIDDEN_SIZE + 1);
        assertThat(ProofSearch.decide(padded, talkative(heard)))
                .isEqualTo(new Unknown(
                        "no wrong sum was found, and a network of more than 128 hidden units cannot be certified"));
        assertThat(searches(heard))
                .containsExactly(
                        "Looking for a sum that comes out wrong", "Looking harder for a sum that comes out wrong");
    }

    /** A unit grows so slowly, while one operand has only ones, that no run of the quick search is long enough. */
    @Test
    void aSumThatOnlyTheThoroughSearchFindsIsACounterexample() {
        Weights padded = TestNetworks.pad(TestNetworks.load("decay-1"), Limits.MAX_HIDDEN_SIZE + 1);
        padded.u()[16] = new double[] {5e-5, 5e-5};
        padded.w()[16][16] = 1.01;
        Proof verdict = ProofSearch.decide(TestNetworks.withV(padded, 16, 50), Progress.silent());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Counterexample.class, wrong -> assertThat(wrong.width()).isGreaterThan(300));
    }

    /** All states that it may remember would not fit the memory of a usual build. */
    @Test
    void aWrongSumOfTheLargestNetworkIsFoundInLessMemory() {
        List<String> heard = new ArrayList<>();
        Weights padded = TestNetworks.pad(TestNetworks.load("wrong-21"), WeightsFile.MAX_HIDDEN_SIZE);
        assertThat(ProofSearch.decide(padded, talkative(heard))).isInstanceOf(Counterexample.class);
        assertThat(heard).last().asString().contains(" of at most 50000 states");
    }

    /** Reports everything, as if each report came after 20 seconds. */
    private static Progress talkative(List<String> heard) {
        AtomicLong clock = new AtomicLong();
        return new Progress(heard::add, () -> clock.addAndGet(20_000_000_000L));
    }

    private static List<String> searches(List<String> heard) {
        return heard.stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .distinct()
                .toList();
    }

    @Test
    void theCertificateIsTheSameBytesHoweverManyThreadsAreAtWork() throws Exception {
        Weights weights = TestNetworks.load("decay-4");
        byte[] alone = CertificateWriter.write(TestNetworks.certificate(weights));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Proof>> tasks = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                tasks.add(() -> ProofSearch.decide(weights, Progress.silent()));
            }
            for (Future<Proof> future : threads.invokeAll(tasks)) {
                Certified certified = (Certified) future.get();
                assertThat(CertificateWriter.write(certified.certificate())).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }
}
