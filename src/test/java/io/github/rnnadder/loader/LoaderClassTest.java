package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.text.ParameterException;
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
}
