package io.github.rnnadder.delivery;

import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Result;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the result of a gate in the XML format of JUnit reports, for CI servers. The report is reproducible: it
 * contains no time, host or absolute path.
 *
 * @param module the module, as {@code groupId.artifactId}
 * @param basedir the directory of the module; paths in the report are relative to it
 * @param goal the goal that was run
 * @param execution the id of the execution of that goal
 */
public record JUnitReport(String module, Path basedir, String goal, String execution) {

    /** The characters that XML 1.0 does not allow, even as an escape. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Returns the path of the report, which is different for every execution. */
    public Path file(Path workDirectory) {
        String name = URLEncoder.encode(execution, StandardCharsets.UTF_8).replace("*", "%2A");
        return workDirectory.resolve("reports").resolve("TEST-rnn-adder-" + goal + "-" + name + ".xml");
    }

    /** Returns the report on the criteria of a gate. */
    public byte[] write(List<Criterion> criteria) {
        String cases = criteria.stream().map(this::testCase).collect(Collectors.joining());
        return suite(criteria.size(), count(criteria, Result.FAILED), 0, count(criteria, Result.SKIPPED), cases);
    }

    private static long count(List<Criterion> criteria, Result result) {
        return criteria.stream().filter(it -> it.result() == result).count();
    }

    private String testCase(Criterion criterion) {
        String name = criterion.requirement().toString();
        return switch (criterion.result()) {
            case PASSED -> testCase(name, "system-out", "", criterion.text());
            case FAILED -> testCase(name, "failure", name, criterion.text());
            case SKIPPED -> testCase(name, "skipped", "", criterion.text());
        };
    }

    /** Returns the report of a goal that failed before the gate had a result. */
    public byte[] writeError(String sentence) {
        return suite(1, 0, 1, 0, testCase(goal, "error", goal, sentence));
    }

    private byte[] suite(int tests, long failures, int errors, long skipped, String cases) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="%s" tests="%s" failures="%s" errors="%s" skipped="%s" time="0">
                %s</testsuite>
                """.formatted(name(), tests, failures, errors, skipped, cases).getBytes(StandardCharsets.UTF_8);
    }

    private String name() {
        return escaped(module + ".rnn-adder:" + goal + "@" + execution);
    }

    /** Returns the XML of one test case. An empty {@code type} is left out. */
    private String testCase(String name, String element, String type, String words) {
        String text = words.replace(basedir + File.separator, "");
        String message = text.lines().findFirst().orElse("");
        String attributes = (element.equals("system-out") ? "" : " message=\"" + escaped(message) + "\"")
                + (type.isEmpty() ? "" : " type=\"" + escaped(type) + "\"");
        return """
                  <testcase classname="%s" name="%s" time="0">
                    <%s%s>%s</%3$s>
                  </testcase>
                """.formatted(name(), escaped(name), element, attributes, escaped(text));
    }

    private static String escaped(String text) {
        return FORBIDDEN
                .matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}
