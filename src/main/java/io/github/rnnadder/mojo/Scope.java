package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.delivery.ModuleDirectories;
import io.github.rnnadder.delivery.OutputDirectories;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether an adder belongs to the classes of a module or only to its tests. */
enum Scope {
    /** The weights are a resource of the module and are packaged with it. */
    MAIN("generate-resources"),
    /** The weights are a resource of the module's tests and are neither packaged nor attached. */
    TEST("generate-test-resources");

    /** The phases, in the order in which Maven runs them. */
    private static final List<String> PHASES = List.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources");

    /** The last phase that runs before Maven copies the resources and compiles the sources. */
    private final String lastPhase;

    Scope(String lastPhase) {
        this.lastPhase = lastPhase;
    }

    /**
     * Parses the parameter {@code scope}.
     *
     * @throws ParameterException if the value is neither {@code main} nor {@code test}
     */
    static Scope of(String value) {
        return Stream.of(values())
                .filter(it -> it.key().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new ParameterException("scope is '" + Sanitized.of(value) + "'; it must be main or test"));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the directories of a module for this scope. */
    OutputDirectories of(ModuleDirectories module) {
        return this == TEST ? module.test() : module.main();
    }

    /**
     * Checks that {@code train} runs early enough for Maven to copy and compile the files that it makes.
     *
     * @param phase the phase to which the POM binds {@code train}
     * @throws ParameterException if Maven may have copied or compiled before this phase
     */
    void requireInTime(String phase) {
        List<String> phases = PHASES.subList(0, PHASES.indexOf(lastPhase) + 1);
        if (!phases.contains(phase)) {
            throw new ParameterException(
                    "train runs in the phase '" + Sanitized.of(phase) + "', but with the scope " + key()
                            + " Maven may have copied and compiled everything by then; use "
                            + String.join(", ", phases));
        }
    }
}
