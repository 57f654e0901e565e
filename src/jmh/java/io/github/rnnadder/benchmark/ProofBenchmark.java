package io.github.rnnadder.benchmark;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.ProofSearch;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateReader;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** What a proof costs the build that asks for it, and what checking it costs whoever has the file. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(8)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ProofBenchmark {

    private static final Path CERTIFIED = Path.of("src/test/resources/benchmark/certified");

    private Weights weights;
    private byte[] file;

    /** Reads a network and its certificate. */
    @Setup
    public void read() throws IOException {
        weights = WeightsFile.read(CERTIFIED.resolve("decay-1.json")).weights();
        file = Files.readAllBytes(CERTIFIED.resolve("decay-1.certificate.json"));
    }

    /** Looks for a wrong sum and a proof in a cold JVM. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public Object coldProving() {
        return ProofSearch.decide(weights, Progress.silent());
    }

    /** The same, warm. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 3, time = 1)
    public Object proving() {
        return ProofSearch.decide(weights, Progress.silent());
    }

    /** Reads a certificate and checks it in a cold JVM. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public Object coldChecking() throws InvalidCertificateException {
        return check();
    }

    /** The same, warm. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 3, time = 1)
    public Object checking() throws InvalidCertificateException {
        return check();
    }

    private Certificate check() throws InvalidCertificateException {
        Certificate certificate = CertificateReader.read("certificate", file);
        CertificateChecker.check(weights, certificate);
        return certificate;
    }
}
