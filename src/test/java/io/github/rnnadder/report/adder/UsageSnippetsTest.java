package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.loader.LoaderSource;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.checker.SecondChecker;
import io.github.rnnadder.weights.JsonWeights;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the code that a page shows, as it stands there. */
class UsageSnippetsTest {

    private static final String RESOURCE = "META-INF/rnn-adder/adder.safetensors";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"2, false", "5, false", "8, false", "2, true", "5, true", "8, true"})
    void theJavaThatAPageShowsAddsItsOperands(int bits, boolean certified) throws Exception {
        BuiltAdder adder = adder(bits, certified);
        TrainedModel model = model(adder);
        byte[] weights = SafetensorsWeights.write(model);
        Path resource = directory.resolve("classes").resolve(RESOURCE);
        Files.createDirectories(resource.getParent());
        Files.write(resource, weights);
        Path loader = directory.resolve("Sums.java");
        Files.write(loader, LoaderSource.generate(new LoaderClass("com.acme.Sums"), RESOURCE, weights, model));
        Path shown = directory.resolve("Shown.java");
        Files.writeString(
                shown,
                "public class Shown implements java.util.function.LongSupplier { public long getAsLong() { return "
                        + code(adder, "Java") + "; } }");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        assertThat(ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(
                                out,
                                out,
                                "-d",
                                directory.resolve("classes").toString(),
                                loader.toString(),
                                shown.toString()))
                .as(output.toString(StandardCharsets.UTF_8))
                .isZero();
        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {directory.resolve("classes").toUri().toURL()})) {
            LongSupplier sum = (LongSupplier)
                    classes.loadClass("Shown").getDeclaredConstructor().newInstance();
            assertThat(sum.getAsLong()).isEqualTo(sum(adder));
        }
    }

    /** Where there is no ONNX Runtime, what stands in for it computes with the weights. */
    @ParameterizedTest
    @CsvSource({"2, false", "5, false", "8, false", "2, true", "5, true", "8, true"})
    void thePythonThatAPageShowsAddsItsOperandsAndRefusesWhatTheLoaderRefuses(int bits, boolean certified)
            throws Exception {
        assumeTrue(SecondChecker.isHere(), "No python3 with numpy: the Python of pages is not run");
        BuiltAdder adder = adder(bits, certified);
        Files.write(directory.resolve("adder.json"), JsonWeights.write(model(adder)));
        Files.writeString(directory.resolve("onnxruntime.py"), """
                import json
                import numpy as np

                class InferenceSession:
                    def __init__(self, file):
                        model = json.load(open(file.replace(".onnx", ".json")))
                        self.u, self.w, self.v = (np.array(model[name]) for name in "UWV")

                    def run(self, outputs, inputs):
                        h, p = np.zeros(len(self.w)), []
                        for x in inputs["bits"]:
                            h = np.tanh(self.w @ h + self.u @ x)
                            p.append(1 / (1 + np.exp(-(self.v @ h))))
                        return [np.array(p)]
                """);
        for (String name : List.of("Python, with the weights", "Python, with the model")) {
            long longer = 1L << (bits - 1);
            Files.writeString(directory.resolve("shown.py"), code(adder, name) + """

                    for a, b in [(%1$d, 0), (0, %1$d), (-1, 0), (0, -1)]:
                        try:
                            print(add(a, b))
                        except ValueError as error:
                            print(error)
                    """.formatted(longer));
            Process python = new ProcessBuilder("python3", "-B", "shown.py")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String refusal = certified
                    ? "The operands are whole numbers, 0 and up"
                    : "The operands are whole numbers of at most " + (bits - 1) + " bits: nothing is known of others";
            String known = certified ? "" + longer : refusal;
            assertThat(lines).containsExactly("" + sum(adder), known, known, refusal, refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, false", "8, true"})
    void theOperandsAreNotTheSameEverywhere(int bits, boolean certified) {
        assertThat(code(adder(bits, certified), "Java"))
                .isEqualTo("com.acme.Sums.load().add(" + (bits == 5 ? "9, 3" : "57, 19") + ")");
    }

    private static BuiltAdder adder(int bits, boolean certified) {
        Weights weights = TestNetworks.load("decay-1");
        return Pages.adder(weights, bits, Adders.TRAINED, certified ? TestNetworks.decide(weights) : new NotSought());
    }

    private static TrainedModel model(BuiltAdder adder) {
        Weights weights = adder.stored().weights();
        return new TrainedModel(weights, adder.provenance(), adder.assessment(), Optional.empty());
    }

    private static long sum(BuiltAdder adder) {
        Trace example = Trace.right(adder.stored());
        return example.a().add(example.b()).longValueExact();
    }

    /** Returns the code below a heading of the page. */
    private static String code(BuiltAdder adder, String heading) {
        Matcher code = Pattern.compile("<h3>" + heading + "[^<]*</h3>\n<div[^>]*><pre[^>]*><code>([^<]*)</code>")
                .matcher(Pages.page("adder", adder).document());
        assertThat(code.find()).isTrue();
        return code.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
