package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/etc/passwd", "../model", "a/../b", "a//b", "a/", "a/.", "a\\b", "C:a", "a\nb", "a.", "a/ "
            })
    void aResourceNameThatCouldLeaveItsDirectoryIsRefused(String name) {
        assertThatThrownBy(() -> new ResourceName(name))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("resourceName is '");
    }

    /** To Java it is a name; no path has a NUL character. */
    @Test
    void aRequestForALoaderThatNoFileCanHoldIsRefused() {
        TestModule module = new TestModule(Path.of("module"));
        module.config = null;
        module.loaderClass = "com.acme.Su\0ms";
        assertThatThrownBy(module::request)
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

        public static void main(String[] args) throws IOException {
            TestModule module = new TestModule(Path.of("module"));
            module.config = null;
            module.loaderClass = NAME;
            try {
                module.request();
            } catch (ParameterException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
