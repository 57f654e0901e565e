package io.github.rnnadder.study;

import io.github.rnnadder.config.Initializer;
import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.Evaluator;
import io.github.rnnadder.text.ParameterException;
import io.github.rnnadder.training.Trainer;
import io.github.rnnadder.training.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The trainings of a study, each on one thread with its proof, if the config says {@code certify}, so that the number of
 * threads changes nothing but the time.
 *
 * @param config everything but the initializer and the seed; each run is one try, whatever its restarts
 * @param firstSeed the seed of the first run of each initializer
 * @param seeds how many seeds each initializer gets, at least 1
 */
public record Trials(TrainingConfig config, long firstSeed, int seeds) {

    /** More seeds than this are more runs than a list holds. */
    private static final int MOST_SEEDS = 100_000_000;

    /** Checks the seeds. */
    public Trials {
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new ParameterException("seeds is " + seeds + "; allowed is 1 to " + MOST_SEEDS);
        }
        if (firstSeed > Long.MAX_VALUE - (seeds - 1)) {
            throw new ParameterException("firstSeed is " + firstSeed + "; with " + seeds + " seeds allowed is at most "
                    + (Long.MAX_VALUE - (seeds - 1)));
        }
    }

    /** Returns how many trainings there are. */
    public int count() {
        return Initializer.values().length * seeds;
    }

    /**
     * Trains all of them.
     *
     * @param threads how many at a time, at least 1
     * @param progress hears of each one that is done, on the calling thread
     * @throws InterruptedException if the calling thread is interrupted; the trainings are given up
     */
    public List<Run> run(int threads, Runnable progress) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Trials::daemon);
        try {
            CompletionService<Run> completions = new ExecutorCompletionService<>(pool);
            List<Future<Run>> runs = new ArrayList<>();
            for (Initializer initializer : Initializer.values()) {
                for (int i = 0; i < seeds; i++) {
                    long seed = firstSeed + i;
                    runs.add(completions.submit(() -> run(initializer, seed)));
                }
            }
            for (int done = 0; done < runs.size(); done++) {
                result(completions.take());
                progress.run();
            }
            List<Run> results = new ArrayList<>();
            for (Future<Run> run : runs) {
                results.add(result(run));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** A training that was given up must not keep the JVM alive. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "rnn-adder-study");
        thread.setDaemon(true);
        return thread;
    }

    private static Run result(Future<Run> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A training of the study failed", e.getCause());
        }
    }

    private Run run(Initializer initializer, long seed) {
        Training training = Trainer.train(config.withInitializer(initializer), seed, point -> {});
        Evaluation evaluation = Evaluator.evaluate(training.weights(), config.bits());
        return new Run(
                initializer,
                seed,
                evaluation.correctSums(),
                evaluation.totalSums(),
                evaluation.loss(),
                training.diverged(),
                config.certify() ? Decision.of(training.weights(), evaluation) : null,
                training.firstPerfectWindow(),
                training.curve());
    }
}
