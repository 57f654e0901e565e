package io.github.rnnadder.benchmark;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.loader.LoaderSource;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an application pays that adds once: it loads the weights and adds, in a JVM that has done nothing of it yet. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(8)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdLoaderBenchmark {

    private byte[] file;
    private URL[] classPath;

    /**
     * Makes a jar with a loader and a class that adds when it is initialized, in other JVMs, to leave this one cold.
     */
    @Setup
    public void makeJar() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("rnn-adder");
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        run(
                bin.resolve("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Source.class.getName(),
                directory.toString());
        run(bin.resolve("javac"), "-d", directory.toString(), directory + "/Sums.java", directory + "/First.java");
        Path jar = directory.resolve("sums.jar");
        run(bin.resolve("jar"), "-c", "-f", jar.toString(), "-C", directory.toString(), ".");
        file = Files.readAllBytes(directory.resolve("adder.safetensors"));
        classPath = new URL[] {jar.toUri().toURL()};
    }

    private static void run(Path program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(program.toString()).inheritIO();
        process.command().addAll(List.of(arguments));
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException(program + " failed");
        }
    }

    /** Loads the weights and adds. */
    @Benchmark
    public Object loadAndFirstSum() throws Exception {
        return Class.forName("First", true, new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader()));
    }

    /** What the digest alone costs. */
    @Benchmark
    public byte[] digest() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(file);
    }

    /** Writes what the jar is made of. */
    public static final class Source {

        private Source() {}

        public static void main(String[] args) throws Exception {
            Path directory = Path.of(args[0]);
            Weights weights = WeightsFile.read(Path.of("src/it/without-project/adder.json"))
                    .weights();
            TrainedModel model = new TrainedModel(
                    weights,
                    new Provenance(TrainingConfig.DEFAULTS, 1, "1.0.0"),
                    Assessment.of(weights, TrainingConfig.DEFAULTS.bits(), new Gate(0, false), Progress.silent()),
                    Optional.empty());
            byte[] file = SafetensorsWeights.write(model);
            Files.write(directory.resolve("adder.safetensors"), file);
            Files.write(
                    directory.resolve("Sums.java"),
                    LoaderSource.generate(new LoaderClass("Sums"), "adder.safetensors", file, model));
            Files.writeString(
                    directory.resolve("First.java"),
                    "final class First { static final long SUM = Sums.load().add(37, 91); }");
        }
    }
}
