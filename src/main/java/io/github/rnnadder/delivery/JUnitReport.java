package io.github.rnnadder.delivery;

import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Result;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of a gate in the XML format of JUnit reports, for CI servers. It is reproducible: it contains no time, host or absolute path.
 *
 * @param module the module, as {@code groupId.artifactId}
 * @param basedir the directory of the module; paths in the report are relative to it
 * @param goal the goal that was run
 * @param execution the id of its execution
 */
public record JUnitReport(String module, Path basedir, String goal, String execution) {

    /** The elements of a test case that hold its result. */
    private static final String KNOWN = "system-out";

    private static final String FAILURE = "failure";
    private static final String ERROR = "error";

    /** Returns the path of the report; no two executions share one. */
    public Path file(Path workDirectory) {
        String name = URLEncoder.encode(execution, StandardCharsets.UTF_8).replace("*", "%2A");
        return workDirectory.resolve("reports").resolve("TEST-rnn-adder-" + goal + "-" + name + ".xml");
    }

    /** Returns the report of a gate. */
    public byte[] write(List<Criterion> criteria) {
        String cases = criteria.stream()
                .map(it -> testCase(it.requirement().toString(), element(it.result()), it.text()))
                .collect(Collectors.joining());
        return suite(criteria.size(), count(criteria, Result.FAILED), 0, count(criteria, Result.SKIPPED), cases);
    }

    /** Returns the report of a goal that failed before the gate had a result. */
    public byte[] writeError(String sentence) {
        return suite(1, 0, 1, 0, testCase(goal, ERROR, sentence));
    }

    private byte[] suite(int tests, long failures, int errors, long skipped, String cases) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
        attribute(xml, "name", module + "." + suite());
        attribute(xml, "tests", String.valueOf(tests));
        attribute(xml, "failures", String.valueOf(failures));
        attribute(xml, "errors", String.valueOf(errors));
        attribute(xml, "skipped", String.valueOf(skipped));
        attribute(xml, "time", "0");
        return xml.append(">\n")
                .append(cases)
                .append("</testsuite>\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String suite() {
        return "rnn-adder:" + goal + "@" + execution;
    }

    private static long count(List<Criterion> criteria, Result result) {
        return criteria.stream().filter(it -> it.result() == result).count();
    }

    private String testCase(String name, String element, String words) {
        String text = words.replace(basedir + File.separator, "");
        StringBuilder xml = new StringBuilder("  <testcase");
        attribute(xml, "classname", module + "." + suite());
        attribute(xml, "name", name);
        attribute(xml, "time", "0");
        xml.append(">\n    <").append(element);
        if (!element.equals(KNOWN)) {
            attribute(xml, "message", text.lines().findFirst().orElse(""));
        }
        if (element.equals(FAILURE) || element.equals(ERROR)) {
            attribute(xml, "type", name);
        }
        xml.append('>');
        escape(xml, text);
        return xml.append("</").append(element).append(">\n  </testcase>\n").toString();
    }

    private static String element(Result result) {
        return switch (result) {
            case PASSED -> KNOWN;
            case FAILED -> FAILURE;
            case SKIPPED -> "skipped";
        };
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"");
        escape(xml, value);
        xml.append('"');
    }

    private static void escape(StringBuilder xml, String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n' -> xml.append((char) character);
                case '\r' -> xml.append("&#13;");
                default -> xml.appendCodePoint(isCharacter(character) ? character : 0xFFFD);
            }
        });
    }

    /** Returns whether XML 1.0 allows a character. Control characters are not allowed even as escapes. */
    private static boolean isCharacter(int codePoint) {
        return codePoint >= ' ' && codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000;
    }
}
