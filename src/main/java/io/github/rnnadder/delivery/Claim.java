package io.github.rnnadder.delivery;

import io.github.rnnadder.base.text.ParameterException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an execution of {@code train} makes in its module.
 *
 * @param execution its id in the POM
 * @param skipped whether it makes nothing this time; it owns what it made before
 * @param resourceName where its weights lie in the jar
 * @param loaderClass the name of its loader; empty for none
 * @param classifier under which it attaches its weights; empty where it attaches nothing
 */
public record Claim(
        String execution,
        boolean skipped,
        ResourceName resourceName,
        Optional<String> loaderClass,
        Optional<String> classifier) {

    /**
     * Checks that no two executions make the same, also on a file system that takes capitals and small letters for the
     * same.
     *
     * @throws ParameterException if two do
     */
    public static void requireDistinct(List<Claim> claims) {
        for (int i = 0; i < claims.size(); i++) {
            for (Claim other : claims.subList(0, i)) {
                claims.get(i).requireDistinct(other);
            }
        }
    }

    private void requireDistinct(Claim other) {
        requireDistinct(other, "resourceName", it -> Optional.of(it.resourceName.name()), ".certificate", ".cdx");
        requireDistinct(other, "loaderClass", Claim::loaderClass);
        requireDistinct(other, "classifier", Claim::classifier, "-certificate");
    }

    /** Compares what two executions say of a parameter, of which either may be the other with one of the endings. */
    private void requireDistinct(
            Claim other, String parameter, Function<Claim, Optional<String>> value, String... endings) {
        if (skipped
                || other.skipped
                || value.apply(this).isEmpty()
                || value.apply(other).isEmpty()) {
            return;
        }
        String mine = value.apply(this).get();
        String theirs = value.apply(other).get();
        boolean shared = mine.equalsIgnoreCase(theirs)
                || Stream.of(endings)
                        .anyMatch(it -> mine.equalsIgnoreCase(theirs + it) || theirs.equalsIgnoreCase(mine + it));
        if (shared) {
            throw new ParameterException("The executions '" + other.execution + "' and '" + execution
                    + "' of train would write the same files: " + parameter + " is '" + theirs + "' and '" + mine
                    + "'; each needs its own");
        }
    }
}
