package io.github.rnnadder.benchmark;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Proof;
import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.gate.ProofSearch;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.proof.certificate.Certificate;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks for a proof of the networks of many seeds, and prints each verdict and its cost: for whoever changes a constant of
 * the prover. A constant changed nothing for the worse if the verdicts are the same and the sums of balls and seconds are
 * no larger.
 */
public final class ProverTrials {

    private ProverTrials() {}

    /** Takes the weight decay, the hidden units, the first seed and the last, such as {@code 0.001 16 1 100}. */
    public static void main(String[] args) {
        TrainingConfig base = TrainingConfig.DEFAULTS;
        TrainingConfig config = new TrainingConfig(
                base.bits(),
                Integer.parseInt(args[1]),
                base.initializer(),
                base.learningRate(),
                base.iterations(),
                base.seed(),
                base.restarts(),
                base.accuracyThreshold(),
                Double.parseDouble(args[0]),
                true,
                base.curveInterval());
        long first = Long.parseLong(args[2]);
        int seeds = (int) (Long.parseLong(args[3]) - first + 1);
        Map<Status, Integer> verdicts = new TreeMap<>();
        double[] seconds = new double[seeds];
        long balls = 0;
        System.out.println("  seed  verdict         covers   balls  processor s");
        for (int i = 0; i < seeds; i++) {
            Weights weights = Trainer.train(config, first + i, point -> {}).weights();
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Proof proof = ProofSearch.decide(weights, Progress.silent());
            seconds[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            verdicts.merge(proof.status().orElseThrow(), 1, Integer::sum);
            String covers = "";
            int found = 0;
            if (proof instanceof Certified certified) {
                Certificate certificate = certified.certificate();
                covers = certificate.covers().toString();
                found = certificate.balls().size();
            }
            balls += found;
            System.out.printf(
                    Locale.ROOT,
                    "%6d  %-14s  %-6s  %6d  %11.2f%n",
                    first + i,
                    proof.status().orElseThrow(),
                    covers,
                    found,
                    seconds[i]);
        }
        double sum = Arrays.stream(seconds).sum();
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%s; %d balls; %.1f s of processor time, %.2f at the median, %.2f at most%n",
                verdicts,
                balls,
                sum,
                seconds[seeds / 2],
                seconds[seeds - 1]);
    }
}
