package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.loader.LoaderClass;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TrainRequestTest {

    /** To Java it is a name; no path has a NUL character. */
    @Test
    void aRequestForALoaderThatNoFileCanHoldIsRefused() {
        Path target = Path.of("target");
        TrainRequest.Places places = new TrainRequest.Places(target, target, target, target);
        ResourceName model = new ResourceName("model");
        Optional<LoaderClass> loader = Optional.of(new LoaderClass("com.acme.Su\0ms"));
        assertThatThrownBy(() -> new TrainRequest(
                        Optional.empty(),
                        OptionalDouble.empty(),
                        true,
                        false,
                        "1",
                        "default",
                        model,
                        List.of(model),
                        false,
                        loader,
                        places))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("which this file system cannot hold");
    }

    /** Only there does the encoding of file names follow the environment. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameThatNoFileCanHaveIsRefusedInOneSentence() throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        java.environment().put("LC_ALL", "C");
        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .startsWith("loaderClass is 'com.acme.Gr??e', which this file system cannot hold; ")
                .hasLineCount(1);
    }

    /** Runs where no file name has an umlaut. */
    static final class Main {

        static final String NAME = "com.acme.Gr\u00f6\u00dfe";

        public static void main(String[] args) {
            try {
                Path target = Path.of("target");
                new TrainRequest.Places(target, target, target, target).loader(new LoaderClass(NAME));
            } catch (ParameterException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
