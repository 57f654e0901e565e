package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

    /** To Java it is a name; no path has a NUL character, nor an umlaut where the locale is C. */
    @Test
    void aRequestForALoaderThatNoFileCanHoldIsRefused() {
        TestModule module = new TestModule(Path.of("module"));
        module.config = null;
        module.loaderClass = "com.acme.Su\0ms";
        assertThatThrownBy(module::request)
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(", which this file system cannot hold; choose another, or an environment");
    }
}
