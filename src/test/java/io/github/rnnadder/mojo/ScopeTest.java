package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "its own",
            value = {
                "main, its own", "main, validate", "main, generate-sources", "main, generate-resources",
                "test, its own", "test, generate-sources", "test, compile", "test, generate-test-resources"
            })
    void aPhaseAfterWhichMavenCopiesAndCompilesIsFine(String scope, String phase) {
        assertThatCode(() -> Scope.of(scope).requireInTime(phase)).doesNotThrowAnyException();
    }

    /** The last of each life cycle, the phases of Maven 4, and what no Maven has. */
    @ParameterizedTest
    @CsvSource({
        "main, process-resources",
        "main, compile",
        "main, generate-test-resources",
        "main, package",
        "main, before:compile",
        "main, before:generate-sources",
        "main, after:generate-resources",
        "main, compile[1]",
        "main, generate-sources[1]",
        "main, generate-sources[-1]",
        "main, sources",
        "main, pre-clean",
        "main, clean",
        "main, site",
        "main, never",
        "main, none",
        "main, ''",
        "main, Generate-Sources",
        "test, process-test-resources",
        "test, test-compile",
        "test, before:test-compile",
        "test, pre-clean"
    })
    void anyOtherIsRefusedWithThoseThatAreAllowed(String scope, String phase) {
        assertThatThrownBy(() -> Scope.of(scope).requireInTime(phase))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("train runs in the phase '" + phase + "', ")
                .hasMessageContaining(" with the scope " + scope + "; allowed are validate, initialize, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Main", "compile", "runtime"})
    void aScopeIsMainOrTest(String scope) {
        assertThatThrownBy(() -> Scope.of(scope))
                .isInstanceOf(ParameterException.class)
                .hasMessage("scope is '" + scope + "'; allowed is main or test");
    }
}
