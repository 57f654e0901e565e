package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.weights.Models;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs generated loaders as dependent modules do. */
abstract class GeneratedLoaderTest {

    @TempDir
    Path directory;

    /** Generates a loader for weights that got every sum right. */
    Path generate(String name, String resource, TrainedModel model, boolean certified) throws Exception {
        long sums = 1L << 2 * (model.bits() - 1);
        return generate(name, resource, model, Models.assessed(model.bits(), sums, sums, false, certified));
    }

    Path generate(String name, String resource, TrainedModel model, Assessment known) throws Exception {
        LoaderClass loader = new LoaderClass(name);
        Path source = directory.resolve("src").resolve(loader.sourcePath());
        Files.createDirectories(source.getParent());
        byte[] file = SafetensorsWeights.write(model);
        return Files.write(source, LoaderSource.generate(loader, resource, file, Models.model(model.weights(), known)));
    }

    /**
     * Compiles a loader for Java 8 without a class path, and loads it from a class path with only its weights.
     */
    Class<?> compile(Path source, String name, String resource, TrainedModel model) throws Exception {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        runTool(
                "javac",
                "--release",
                "8",
                "-Xlint:all,-options",
                "-Werror",
                "-cp",
                "",
                "-encoding",
                "US-ASCII",
                "-d",
                classes.toString(),
                source.toString());
        return new WithResource(classes, resource, SafetensorsWeights.write(model)).loadClass(name);
    }

    Class<?> compile(String name, TrainedModel model, boolean certified) throws Exception {
        String resource = "META-INF/rnn-adder/com.acme/größe.safetensors";
        return compile(generate(name, resource, model, certified), name, resource, model);
    }

    /** Runs a tool of the JDK, which must give no warning. */
    static void runTool(String tool, String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        int status = ToolProvider.findFirst(tool).orElseThrow().run(out, out, all.toArray(String[]::new));
        assertThat(status).as(output.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).doesNotContain("warning");
    }

    static Object load(Class<?> loader) throws Exception {
        return loader.getMethod("load").invoke(null);
    }

    static long add(Class<?> loader, long a, long b) throws Exception {
        return (long) loader.getMethod("add", long.class, long.class).invoke(load(loader), a, b);
    }

    /** A class loader with one resource; its name need not be a valid file name. */
    private static final class WithResource extends URLClassLoader {

        private final String resource;
        private final byte[] content;

        WithResource(Path classes, String resource, byte[] content) throws Exception {
            super(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            this.resource = resource;
            this.content = content;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.equals(resource) ? new ByteArrayInputStream(content) : null;
        }
    }
}
