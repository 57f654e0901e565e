package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Maven loads and inspects the classes of all goals, whichever one runs: what they mention, every build pays for. */
class ClassLoadingTest {

    private static final List<String> GOALS = List.of("Add", "Check", "Help", "Init", "Report", "Study", "Train");

    @Test
    void aBuildThatAsksForNoPageLoadsNoReport() throws Exception {
        try (Recorder loader = new Recorder()) {
            for (String goal : GOALS) {
                Class<?> mojo = Class.forName("io.github.rnnadder.mojo." + goal + "Mojo", true, loader);
                for (Class<?> type = mojo; type != null; type = type.getSuperclass()) {
                    assertThat(type.getDeclaredConstructors()).isNotNull();
                    assertThat(type.getDeclaredMethods()).isNotNull();
                    assertThat(type.getDeclaredFields()).isNotNull();
                }
            }
            assertThat(loader.loaded)
                    .contains("io.github.rnnadder.mojo.ReportMojo", "io.github.rnnadder.mojo.TrainMojo")
                    .noneMatch(name -> name.startsWith("io.github.rnnadder.report.adder"))
                    .noneMatch(name -> name.startsWith("com.fasterxml"));
        }
    }

    /** Loads everything itself, as the realm of a plugin does, and keeps the names. */
    private static final class Recorder extends URLClassLoader {

        private final List<String> loaded = new ArrayList<>();

        Recorder() throws IOException {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() throws IOException {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            loaded.add(name);
            return super.loadClass(name, resolve);
        }
    }
}
