package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @ValueSource(strings = {"main", "test"})
    void phasesAfterWhichMavenCopiesAndCompilesAreAllowed(String scope) {
        for (String phase : new String[] {"validate", "generate-sources", "generate-resources"}) {
            assertThatCode(() -> Scope.of(scope).requireInTime(phase)).doesNotThrowAnyException();
        }
    }

    /** The phases that come too late, those of Maven 4 and of other life cycles, and what no Maven has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-resources",
                "compile",
                "generate-test-resources",
                "before:compile",
                "before:generate-sources",
                "after:generate-resources",
                "compile[1]",
                "generate-sources[1]",
                "sources",
                "pre-clean",
                "site",
                "never",
                "none",
                "",
                "Generate-Sources"
            })
    void allOthersAreRefused(String phase) {
        assertThatThrownBy(() -> Scope.MAIN.requireInTime(phase))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("train runs in the phase '" + phase + "', ")
                .hasMessageEndingWith(
                        ", but with the scope main Maven may have copied and compiled everything by then; use validate, initialize, generate-sources,"
                                + " process-sources, generate-resources");
    }

    @ParameterizedTest
    @CsvSource({"compile, true", "generate-test-resources, true", "process-test-resources, false", "pre-clean, false"})
    void theTestsHaveMoreTime(String phase, boolean allowed) {
        if (allowed) {
            Scope.TEST.requireInTime(phase);
        } else {
            assertThatThrownBy(() -> Scope.TEST.requireInTime(phase))
                    .hasMessageContaining(" with the scope test Maven ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Main", "compile"})
    void aScopeIsMainOrTest(String scope) {
        assertThatThrownBy(() -> Scope.of(scope)).hasMessage("scope is '" + scope + "'; it must be main or test");
    }
}
