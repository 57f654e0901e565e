package io.github.rnnadder.mojo;

import io.github.rnnadder.base.files.AtomicFiles;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.model.config.ConfigReader;
import io.github.rnnadder.model.config.ConfigSource;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.report.adder.StudyPage;
import io.github.rnnadder.report.study.Conditions;
import io.github.rnnadder.report.study.Shards;
import io.github.rnnadder.report.study.Study;
import io.github.rnnadder.report.study.StudyCsv;
import io.github.rnnadder.report.study.StudyTable;
import io.github.rnnadder.report.study.Trials;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Trains networks with each initializer and many seeds, and compares which initializers learn to add and how fast. This
 * repeats section 7 of a student's report (YengHung Ou, "Deep Learning and Practice HW4", 2019). With {@code certify}
 * in the config, the study also counts how many networks are proved right at every width, refuted or undecided.
 *
 * @since 1.0.0
 */
@Mojo(name = "study", requiresProject = false, threadSafe = true)
public final class StudyMojo extends AbstractRnnAdderMojo {

    /**
     * The training config, YAML or JSON; its initializer, seed, restarts and accuracyThreshold are ignored. Default:
     * {@code src/main/rnn-adder/adder.yaml}, else {@code .yml} or {@code .json}; if none exists, the config's defaults.
     *
     * <pre>{@code <configFile>src/main/rnn-adder/adder.yaml</configFile>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.configFile")
    private @Nullable File configFile;

    /**
     * The number of seeds to train with each initializer.
     *
     * <pre>{@code <seeds>100</seeds>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.seeds", defaultValue = "40")
    private int seeds;

    /**
     * The first seed. The others follow consecutively, so another shard of a study can begin where this one ends.
     *
     * <pre>{@code <firstSeed>41</firstSeed>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.firstSeed", defaultValue = "1")
    private long firstSeed;

    /**
     * The number of networks to train at a time. {@code 0}, or any number above the number of cores, means all cores.
     * The results do not depend on it.
     *
     * <pre>{@code <threads>2</threads>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.threads", defaultValue = "0")
    private int threads;

    /**
     * The {@code study.csv} files of the shards to merge. If they are given, nothing is trained. Default: none.
     *
     * <pre>{@code
     * <mergeFiles>
     *   <mergeFile>shard-1/study.csv</mergeFile>
     *   <mergeFile>shard-2/study.csv</mergeFile>
     * </mergeFiles>
     * }</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.mergeFiles")
    private List<File> mergeFiles;

    /**
     * The directory for the results: a summary table, a CSV file with every run, and a page with both and the learning
     * curves. Default: {@code target/rnn-adder/study}.
     *
     * <pre>{@code <studyDirectory>target/study</studyDirectory>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.studyDirectory")
    private @Nullable File studyDirectory;

    /** The directory of the module; without a project, the current directory. */
    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String pluginVersion;

    @Override
    boolean isNamed() {
        return isTyped("configFile", "mergeFiles");
    }

    @Override
    void run() throws IOException, InterruptedException {
        Path target = absolute(verdictFile().target());
        Path workDirectory = target.resolve("rnn-adder");
        Path directory = studyDirectory != null ? absolute(studyDirectory) : workDirectory.resolve("study");
        for (String name : List.of("study.csv", "study.md", "study.html")) {
            requireReplaceable(directory.resolve(name), target);
        }
        Study study = mergeFiles == null || mergeFiles.isEmpty() ? train() : merge();
        AtomicFiles files = new AtomicFiles(workDirectory);
        StudyTable table = new StudyTable(study);
        files.write(directory.resolve("study.csv"), out -> StudyCsv.write(study, out));
        files.write(directory.resolve("study.md"), table.markdown());
        files.write(directory.resolve("study.html"), new StudyPage(study).document());
        table.lines().forEach(getLog()::info);
        getLog().info("Study in " + directory);
    }

    private Study train() throws InterruptedException {
        TrainingConfig config = config(configFile, basedir)
                .map(ConfigSource::read)
                .map(ConfigReader::read)
                .orElse(TrainingConfig.DEFAULTS);
        Trials trials = new Trials(new Conditions(config, pluginVersion), firstSeed, seeds);
        int atOnce = threadCount();
        getLog().info((config.certify() ? "Training and certifying " : "Training ") + trials.count() + " networks, "
                + atOnce + " at a time: every initializer, seeds " + firstSeed + " to " + (firstSeed + seeds - 1));
        return trials.run(atOnce, progress());
    }

    private Study merge() {
        getLog().info("Merging " + mergeFiles.size() + " shards");
        return Shards.merge(mergeFiles.stream().map(File::toPath).toList());
    }

    private int threadCount() {
        if (threads < 0) {
            throw new ParameterException("threads is " + threads + "; it must be 1 or more, or 0 for all cores");
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return threads == 0 ? cores : Math.min(threads, cores);
    }
}
