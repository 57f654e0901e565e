package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {

    private static Claim claim(String id, boolean skipped, String resource, String loader, String classifier) {
        return new Claim(
                id, skipped, new ResourceName(resource), Optional.ofNullable(loader), Optional.ofNullable(classifier));
    }

    @ParameterizedTest
    @CsvSource({
        "resourceName, first, com.acme.Second, second, first, first",
        "resourceName, First, com.acme.Second, second, first, First",
        "resourceName, first.certificate, com.acme.Second, second, first, first.certificate",
        "resourceName, first.cdx, com.acme.Second, second, first, first.cdx",
        "loaderClass, second, com.acme.First, second, com.acme.First, com.acme.First",
        "loaderClass, second, com.acme.FIRST, second, com.acme.First, com.acme.FIRST",
        "classifier, second, com.acme.Second, weights, weights, weights",
        "classifier, second, com.acme.Second, Weights-Certificate, weights, Weights-Certificate"
    })
    void twoExecutionsThatWouldWriteTheSameFilesAreRefused(
            String parameter, String resource, String loader, String classifier, String one, String other) {
        Claim first = claim("default", false, "first", "com.acme.First", "weights");
        Claim second = claim("second", false, resource, loader, classifier);
        Claim third = claim("third", false, "third", null, null);
        assertThatThrownBy(() -> Claim.requireDistinct(List.of(first, third, second)))
                .isInstanceOf(ParameterException.class)
                .hasMessage("The executions 'default' and 'second' of train would write the same files: " + parameter
                        + " is '" + one + "' and '" + other + "'; each needs its own");
        assertThatThrownBy(() -> Claim.requireDistinct(List.of(second, first)))
                .hasMessageContaining("'" + other + "' and '" + one + "'");
    }

    @Test
    void thoseThatDifferInAllAreAllowed() {
        assertThatCode(() -> Claim.requireDistinct(List.of(
                        claim("default", false, "first", "com.acme.First", "weights"),
                        claim("second", false, "com/first", "com.First", "weights-8"),
                        claim("third", false, "third", null, null),
                        claim("fourth", false, "fourth", null, null),
                        claim("fifth", false, "fifth", "com.Fifth", "weights-9"))))
                .doesNotThrowAnyException();
    }

    @Test
    void oneThatIsSkippedWritesNothing() {
        Claim made = claim("default", false, "first", "com.acme.First", "weights");
        Claim skipped = claim("second", true, "first", "com.acme.First", "weights");
        assertThatCode(() -> Claim.requireDistinct(List.of(made, skipped))).doesNotThrowAnyException();
        assertThatCode(() -> Claim.requireDistinct(List.of(skipped, made))).doesNotThrowAnyException();
    }
}
