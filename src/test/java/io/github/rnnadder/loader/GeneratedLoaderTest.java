package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.text.Sha256;
import io.github.rnnadder.weights.AdderModel;
import io.github.rnnadder.weights.SafetensorsWeights;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;

/** Loaders as dependent modules have them. */
abstract class GeneratedLoaderTest {

    static final String RESOURCE = "META-INF/rnn-adder/größe.safetensors";

    @TempDir
    Path directory;

    /** Compiles a generated loader for Java 8, with no class path, and puts its weights beside it. */
    Class<?> compile(String name, AdderModel model) throws Exception {
        LoaderClass loader = new LoaderClass(name);
        byte[] file = SafetensorsWeights.write(model);
        LoadedWeights weights = new LoadedWeights(
                RESOURCE,
                Sha256.of(file),
                SafetensorsWeights.tensorsOffset(file),
                model.bits(),
                model.weights().hiddenSize());
        Path source = directory.resolve("src").resolve(loader.sourcePath());
        Files.createDirectories(source.getParent());
        Files.write(source, LoaderSource.generate(loader, weights, "Measured."));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
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
        assertThat(status).isZero();
        Path resource = classes.resolve(RESOURCE);
        Files.createDirectories(resource.getParent());
        Files.write(resource, file);
        URLClassLoader isolated =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        return isolated.loadClass(name);
    }

    static Object load(Class<?> loader) throws Exception {
        return loader.getMethod("load").invoke(null);
    }
}
