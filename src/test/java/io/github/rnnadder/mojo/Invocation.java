package io.github.rnnadder.mojo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is typed after {@code mvn}.
 *
 * @param directory where Maven runs; empty for the current one
 * @param goals phases and goals, in their order
 * @param options all that begins with a hyphen
 */
record Invocation(Path directory, List<String> goals, Set<String> options) {

    private static final Path PROJECTS = Path.of("src/it");

    /** Reads a command as the documentation has it. */
    static Invocation documented(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.remove("mvn");
        // The integration tests have it from the build of the plugin.
        words.removeIf(word -> word.startsWith("-Drnn-adder.version="));
        int file = words.indexOf("-f");
        String directory = file < 0 ? "" : words.remove(file + 1);
        words.remove("-f");
        return of(Path.of(directory), words);
    }

    /** Returns all that the integration tests run. */
    static List<Invocation> ofIntegrationTests(String version) throws IOException {
        List<Invocation> invocations = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PROJECTS, 2)) {
            for (Path file :
                    files.filter(it -> it.endsWith("invoker.properties")).toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (key.startsWith("invoker.goals")) {
                        String project = properties.getProperty(key.replace("goals", "project"), "");
                        String words = properties.getProperty(key).replace("${project.version}", version);
                        invocations.add(of(file.resolveSibling(project), List.of(words.split(" "))));
                    }
                }
            }
        }
        return invocations;
    }

    private static Invocation of(Path directory, List<String> words) {
        return new Invocation(
                directory,
                words.stream().filter(word -> !word.startsWith("-")).toList(),
                new TreeSet<>(
                        words.stream().filter(word -> word.startsWith("-")).toList()));
    }

    /**
     * Says whether another one does the same in the same place, where this one names any, and perhaps more beside it.
     *
     * @param read the properties that are read by the goals of this one; others that the other sets change nothing
     */
    boolean isPartOf(Invocation other, Set<String> read) {
        return (directory.toString().isEmpty() || directory.equals(other.directory))
                && Collections.indexOfSubList(other.goals, goals) >= 0
                && other.options.containsAll(options)
                && other.options.stream()
                        .filter(option -> !options.contains(option))
                        .allMatch(option -> option.startsWith("-D")
                                && !read.contains(option.substring(2).split("=")[0]));
    }
}
