package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "com.acme.record",
                "com.acme.var",
                "com.acme.yield",
                "com.acme.sealed",
                "permits"
            })
    void anIllegalNameIsRefusedInOneSentence(String name) {
        assertThatThrownBy(() -> new LoaderClass(name))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("loaderClass is '" + name + "'")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Adder, com.acme, Adder, com/acme/Adder",
        "com.record.Adder$1, com.record, Adder$1, com/record/Adder$1",
        "Adder, '', Adder, Adder"
    })
    void aLegalNameSaysWhereItsSourceAndItsClassLie(String name, String packageName, String simpleName, String path) {
        LoaderClass loader = new LoaderClass(name);
        assertThat(loader.packageName()).isEqualTo(packageName);
        assertThat(loader.simpleName()).isEqualTo(simpleName);
        assertThat(loader.sourcePath()).isEqualTo(path + ".java");
    }
}
