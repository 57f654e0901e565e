package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.Excerpt;
import io.github.rnnadder.base.text.ParameterException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** Whether an adder belongs to the classes of a module, or to its tests alone. */
enum Scope {
    /** The weights are a resource of the module, and are packaged with it. */
    MAIN("", "process-resources"),
    /** The weights are a resource of the module's tests; nothing of them is packaged or attached. */
    TEST("test-", "process-test-resources");

    /** The default lifecycle from the first phase on in which it may be too late. */
    private static final List<String> PHASES = List.of(
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test",
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy");

    /** How the directories of generated files are told apart. */
    private final String infix;

    /** The phase in which Maven copies the resources. */
    private final String copied;

    Scope(String infix, String copied) {
        this.infix = infix;
        this.copied = copied;
    }

    /**
     * Reads the parameter {@code scope}.
     *
     * @throws ParameterException unless it is {@code main} or {@code test}
     */
    static Scope of(String value) {
        return Stream.of(values())
                .filter(it -> it.key().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new ParameterException("scope is '" + Excerpt.of(value) + "'; allowed is main or test"));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a directory of generated files in {@code target}, e.g. {@code generated-test-sources/rnn-adder}. */
    String generated(String kind) {
        return "generated-" + infix + kind + "/rnn-adder";
    }

    /** Returns where Maven copies and compiles to. */
    String classesDirectory(MavenProject project) {
        return this == TEST
                ? project.getBuild().getTestOutputDirectory()
                : project.getBuild().getOutputDirectory();
    }

    /**
     * Checks that what is made in a phase is still copied and compiled.
     *
     * @param phase that {@code train} runs in; null on the command line
     * @throws ParameterException if it comes too late
     */
    void requireInTime(String phase) {
        if (phase != null && PHASES.indexOf(phase) >= PHASES.indexOf(copied)) {
            throw new ParameterException("train runs in the phase " + phase + ", but with the scope " + key()
                    + " its weights are copied in " + copied
                    + " and its loader compiled after that; allowed is a phase before"
                    + (this == MAIN ? ", or the scope test for an adder that only tests use" : ""));
        }
    }
}
