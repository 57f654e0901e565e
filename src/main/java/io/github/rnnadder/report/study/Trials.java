package io.github.rnnadder.report.study;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
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
 * The trainings of a study, each on one thread with its proof, if the config says {@code certify}, so that the number
 * of threads changes nothing but the time.
 *
 * @param config everything but the initializer and the seed; each run is one try, whatever its restarts
 * @param firstSeed the seed of the first run of each initializer
 * @param seeds how many seeds each initializer gets, at least 1
 */
public record Trials(TrainingConfig config, long firstSeed, int seeds) {

    /** How often, in seconds, progress is heard of although no training has ended. */
    private static final int HEARTBEAT = 1;

    /** Checks the seeds. */
    public Trials {
        Conditions.requireBounded(seeds, config.iterations() / config.curveInterval());
        if (firstSeed > Long.MAX_VALUE - (seeds - 1)) {
            throw new ParameterException("firstSeed is " + firstSeed + "; with " + seeds + " seeds it must be at most "
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
     * @param progress hears how many are done, on the calling thread
     * @throws InterruptedException if the calling thread is interrupted; the trainings are given up
     */
    public List<Run> run(int threads, Progress progress) throws InterruptedException {
        progress.begin("networks", count());
        Run[] runs = new Run[count()];
        ExecutorService pool = Executors.newFixedThreadPool(threads, Trials::daemon);
        try {
            CompletionService<Run> completions = new ExecutorCompletionService<>(pool);
            int submitted = 0;
            for (int done = 0; done < runs.length; ) {
                for (; submitted < runs.length && submitted < done + 2 * threads; submitted++) {
                    int number = submitted;
                    completions.submit(() -> runs[number] = run(number));
                }
                Future<Run> ended = completions.poll(HEARTBEAT, TimeUnit.SECONDS);
                if (ended != null) {
                    requireResult(ended);
                    done++;
                }
                progress.done(done);
            }
            return List.of(runs);
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

    private static void requireResult(Future<Run> run) throws InterruptedException {
        try {
            run.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A training of the study failed", e.getCause());
        }
    }

    private Run run(int number) {
        Initializer initializer = Initializer.values()[number / seeds];
        long seed = firstSeed + number % seeds;
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
                fullWindows(training.curve()));
    }

    private List<CurvePoint> fullWindows(List<CurvePoint> curve) {
        return curve.subList(0, Math.min(curve.size(), config.iterations() / config.curveInterval()));
    }
}
