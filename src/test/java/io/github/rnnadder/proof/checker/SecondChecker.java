package io.github.rnnadder.proof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateWriter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the checker in Python, in one process per test class. Without python3 and numpy it agrees with everything and
 * prints a line about that.
 */
public final class SecondChecker implements BeforeAllCallback, AfterAllCallback {

    public static final Path SCRIPT =
            Path.of(System.getProperty("basedir", "."), "src/it/consumers/check_certificate.py");

    private static final String ANSWER_EACH_LINE =
            "import sys; sys.path.insert(0, sys.argv[1]); sys.dont_write_bytecode = True\n"
                    + "from check_certificate import main\n"
                    + "for line in sys.stdin: print(main(line.rstrip('\\n').split('\\t')), flush=True)";

    private Path directory;
    private Process process;
    private PrintStream questions;
    private BufferedReader answers;

    /** Returns whether the second checker can run here. */
    public static boolean isHere() {
        try {
            return new ProcessBuilder("python3", "-c", "import numpy")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (!isHere()) {
            System.out.println("No python3 with numpy: the second checker is not asked");
            return;
        }
        directory = Files.createTempDirectory("second-checker");
        process = new ProcessBuilder(
                        "python3", "-c", ANSWER_EACH_LINE, SCRIPT.getParent().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        if (process != null) {
            questions.close();
            assertThat(process.waitFor()).isZero();
            for (File file : directory.toFile().listFiles()) {
                Files.delete(file.toPath());
            }
            Files.delete(directory);
        }
    }

    /** Fails unless the second checker comes to the same verdict. */
    public void assertAgrees(Weights weights, Certificate certificate, boolean accepted) {
        if (process == null) {
            return;
        }
        try {
            Files.writeString(directory.resolve("weights.json"), json(weights));
            Files.write(directory.resolve("certificate.json"), CertificateWriter.write(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertAgrees(directory.resolve("weights.json"), directory.resolve("certificate.json"), accepted);
    }

    /** Fails unless the second checker comes to the same verdict. */
    public void assertAgrees(Path weights, Path certificate, boolean accepted) {
        if (process == null) {
            return;
        }
        String answer;
        questions.print(weights + "\t" + certificate + "\n");
        questions.flush();
        try {
            answer = answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(answer).as("the second checker's answer").isNotNull();
        assertThat(answer.equals("CERTIFIED"))
                .as("the second checker's answer: %s", answer)
                .isEqualTo(accepted);
    }

    /** Returns weights as JSON that another program might write. */
    public static String json(Weights weights) {
        int h = weights.hiddenSize();
        StringJoiner u = new StringJoiner(", ", "[", "]");
        StringJoiner w = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < h; i++) {
            int row = i;
            u.add(array(2, j -> weights.u()[row][j]));
            w.add(array(h, j -> weights.w()[row][j]));
        }
        return "{\"format\": \"rnn-adder-weights\", \"version\": 1, \"bits\": 8, \"hiddenSize\": " + h + ",\n\"U\": "
                + u + ",\n\"W\": " + w + ",\n\"V\": [" + array(h, j -> weights.v()[j]) + "]}\n";
    }

    private static String array(int n, IntToDoubleFunction entry) {
        StringJoiner array = new StringJoiner(", ", "[", "]");
        for (int j = 0; j < n; j++) {
            array.add(String.valueOf(entry.applyAsDouble(j)));
        }
        return array.toString();
    }
}
