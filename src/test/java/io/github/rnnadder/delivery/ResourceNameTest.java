package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../model",
                "a/../../b",
                "a//b",
                "a/",
                "a/.",
                "a\\b",
                "C:model",
                "a\nb",
                "model.",
                "a/ "
            })
    void aNameThatCouldLeaveItsDirectoryIsRefused(String name) {
        assertThatThrownBy(() -> new ResourceName(name))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("resourceName is '");
    }
}
