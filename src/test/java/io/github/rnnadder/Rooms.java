package io.github.rnnadder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages of some sources, what they use, and what of it breaks the rules of the house.
 *
 * @param mayUse for each room those that it may use
 * @param mayKnow for each library, by the beginning of its packages, the rooms or single classes ({@code room.Class})
 *     that may know it
 */
record Rooms(Map<String, Set<String>> mayUse, Map<String, Set<String>> mayKnow) {

    private static final String ROOT = "io.github.rnnadder.";

    /** Comments, text blocks, strings and characters: names in them are no uses. */
    private static final Pattern NO_CODE = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'", Pattern.DOTALL);

    private static final Pattern QUALIFIED_NAME =
            Pattern.compile("(?<![\\w.])(?:java|javax|jdk|sun|com|org|io)(?:\\.\\w+)+");

    /** Returns a rule for each name of the lines {@code name: one, another}; a long rule takes several lines. */
    static Map<String, Set<String>> table(String lines) {
        Map<String, Set<String>> table = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            String[] nameAndRest = line.split(":", -1);
            Set<String> rest = new TreeSet<>(List.of(nameAndRest[1].trim().split("[, ]+")));
            rest.remove("");
            table.computeIfAbsent(nameAndRest[0].trim(), it -> new TreeSet<>()).addAll(rest);
        }
        return table;
    }

    /** Returns a sentence for each rule that a source below {@code root} breaks. */
    List<String> violations(Path root) throws IOException {
        List<String> sentences = new ArrayList<>();
        Map<String, Set<String>> uses = new TreeMap<>();
        Path house = root.resolve(ROOT.replace('.', '/'));
        for (Path file : sources(house)) {
            String name = house.relativize(file).toString().replace('\\', '/');
            String room = name.contains("/")
                    ? name.substring(0, name.lastIndexOf('/')).replace('/', '.')
                    : "";
            if (!mayUse.containsKey(room)) {
                sentences.add(name + " lies in a room that the rules do not know: " + room);
            }
            String type = name.substring(name.lastIndexOf('/') + 1).replace(".java", "");
            for (String used : namesIn(Files.readString(file))) {
                if (used.startsWith(ROOT)) {
                    String other = used.substring(ROOT.length()).split("\\.")[0];
                    if (!other.equals(room)) {
                        uses.computeIfAbsent(room, it -> new TreeSet<>()).add(other);
                        if (!mayUse.getOrDefault(room, Set.of()).contains(other)) {
                            sentences.add(name + " imports " + used + "; " + room + " may use "
                                    + listed(mayUse.getOrDefault(room, Set.of())));
                        }
                    }
                } else {
                    library(used)
                            .filter(library ->
                                    mayKnow.get(library).stream().noneMatch(Set.of(room, room + "." + type)::contains))
                            .forEach(library -> sentences.add(name + " imports " + used + "; " + library
                                    + " is known to " + listed(mayKnow.get(library))));
                    if (library(used).findAny().isEmpty() && !used.startsWith("java.")) {
                        sentences.add(name + " imports " + used + ", a library that the rules do not know");
                    }
                }
            }
        }
        sentences.addAll(cycles(uses));
        return sentences;
    }

    /** Returns a sentence for each room that comes back to itself by the rules' arrows. */
    List<String> cyclesAllowed() {
        return cycles(mayUse);
    }

    private Stream<String> library(String name) {
        return mayKnow.keySet().stream().filter(library -> (name + ".").startsWith(library + "."));
    }

    private static List<Path> sources(Path house) throws IOException {
        try (Stream<Path> files = Files.walk(house)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns every qualified name of the code, imports among them, but for the package's own. */
    private static Set<String> namesIn(String source) {
        String code = NO_CODE.matcher(source).replaceAll(" ").replaceFirst("package [\\w.]+;", "");
        Set<String> names = new LinkedHashSet<>();
        Matcher name = QUALIFIED_NAME.matcher(code);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private static List<String> cycles(Map<String, Set<String>> uses) {
        List<String> sentences = new ArrayList<>();
        for (String room : uses.keySet()) {
            List<String> way = new ArrayList<>(List.of(room));
            if (leadsBack(room, room, uses, way, new TreeSet<>())) {
                sentences.add("the rooms " + String.join(" → ", way) + " form a cycle");
            }
        }
        return sentences;
    }

    private static boolean leadsBack(
            String from, String goal, Map<String, Set<String>> uses, List<String> way, Set<String> seen) {
        for (String next : uses.getOrDefault(from, Set.of())) {
            way.add(next);
            if (next.equals(goal) || seen.add(next) && leadsBack(next, goal, uses, way, seen)) {
                return true;
            }
            way.remove(way.size() - 1);
        }
        return false;
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "no other" : names.stream().collect(Collectors.joining(", "));
    }
}
