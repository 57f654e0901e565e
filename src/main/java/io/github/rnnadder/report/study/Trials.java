package io.github.rnnadder.report.study;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The trainings of a study. Each training runs on one thread, including the search for a proof if the config sets
 * {@code certify}. The number of threads therefore changes only the time.
 *
 * @param conditions the conditions that all trainings have in common
 * @param firstSeed the seed of the first run of each initializer
 * @param seeds the number of seeds per initializer, at least 1
 */
public record Trials(Conditions conditions, long firstSeed, int seeds) {

    /** The number of seconds after which progress is reported although no training has ended. */
    private static final int HEARTBEAT = 1;

    /**
     * Checks the seeds.
     *
     * @throws ParameterException if there are no seeds or too many, or if one is too large
     */
    public Trials {
        int most = conditions.maxSeeds();
        if (seeds < 1 || seeds > most) {
            throw new ParameterException("seeds is " + seeds + "; "
                    + (most < Conditions.MAX_SEEDS
                            ? "with " + conditions.points() + " points of each learning curve "
                            : "")
                    + "it must be 1 to " + most);
        }
        if (firstSeed > Long.MAX_VALUE - (seeds - 1)) {
            throw new ParameterException("firstSeed is " + firstSeed + "; with " + seeds + " seeds it must be at most "
                    + (Long.MAX_VALUE - (seeds - 1)));
        }
    }

    /** Returns the number of trainings over all initializers. */
    public int count() {
        return Initializer.values().length * seeds;
    }

    /**
     * Trains all networks of the study.
     *
     * @param threads the number of concurrent trainings, at least 1
     * @param progress receives the number of finished trainings, on the calling thread
     * @throws InterruptedException if the calling thread is interrupted; the trainings are abandoned
     */
    public Study run(int threads, Progress progress) throws InterruptedException {
        progress.begin("networks", count());
        List<Run> runs = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads, Trials::daemon);
        try {
            CompletionService<Run> completions = new ExecutorCompletionService<>(pool);
            for (int submitted = 0; runs.size() < count(); ) {
                for (; submitted < count() && submitted < runs.size() + 2 * threads; submitted++) {
                    int number = submitted;
                    completions.submit(() -> run(number));
                }
                Future<Run> ended = completions.poll(HEARTBEAT, TimeUnit.SECONDS);
                if (ended != null) {
                    runs.add(result(ended));
                }
                progress.done(runs.size());
            }
            return new Study(conditions, runs);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Creates a daemon thread, so an abandoned training does not keep the JVM alive. */
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

    private Run run(int number) {
        Initializer initializer = Initializer.values()[number / seeds];
        long seed = firstSeed + number % seeds;
        TrainingConfig config = conditions.config();
        Training training = Trainer.train(config.withInitializer(initializer), seed, point -> {});
        Gate perfect = new Gate(1, config.certify());
        Assessment assessment = Assessment.of(training.weights(), config.bits(), perfect, Progress.silent());
        return new Run(
                initializer,
                seed,
                assessment.accuracy(),
                assessment.evaluation().loss(),
                training.diverged(),
                config.certify() ? Optional.of(assessment.status()) : Optional.empty(),
                training.firstPerfectWindow(),
                // A last window that is not full is left out.
                training.curve().subList(0, Math.min(training.curve().size(), conditions.points())));
    }
}
