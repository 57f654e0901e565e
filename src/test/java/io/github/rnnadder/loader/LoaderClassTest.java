package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.text.ParameterException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderClassTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com..Adder",
                "com.acme.",
                ".Adder",
                "com.class.Adder",
                "com.acme.int",
                "com.acme.1Adder",
                "com acme",
                "../Adder",
                "com/acme/Adder",
                "com.acme.record"
            })
    void anIllegalNameIsRefusedInOneSentence(String name) {
        assertThatThrownBy(() -> new LoaderClass(name))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("loaderClass is '" + name + "'")
                .hasMessageNotContaining("\n");
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
                .startsWith("loaderClass is 'com.acme.Gr??e', and no file can have that name here: ")
                .hasLineCount(1);
        assertThat(new LoaderClass(Main.NAME).sourcePath()).isEqualTo("com/acme/Größe.java");
    }

    /** Runs where no file name has an umlaut. */
    static final class Main {

        static final String NAME = "com.acme.Gr\u00f6\u00dfe";

        public static void main(String[] args) {
            try {
                new LoaderClass(NAME);
            } catch (ParameterException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
