package io.github.rnnadder.delivery;

import io.github.rnnadder.delivery.Criterion.Result;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The verdict of a gate in the XML that Ant's JUnit task and Surefire write, for CI servers to collect; reproducible, so without
 * a time, a host or the place of the module.
 *
 * @param module the module, as groupId, dot and artifactId
 * @param basedir where the module lies; what is told of its files is told from there
 * @param goal who asked for the verdict
 * @param execution the id of its execution
 */
public record JUnitReport(String module, Path basedir, String goal, String execution) {

    /** Returns where the report goes; no two executions share a name. */
    public Path file(Path workDirectory) {
        String name = URLEncoder.encode(execution, StandardCharsets.UTF_8).replace("*", "%2A");
        return workDirectory.resolve("reports").resolve("TEST-rnn-adder-" + goal + "-" + name + ".xml");
    }

    /** Returns the report as a file. */
    public byte[] write(List<Criterion> criteria) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite");
        attribute(xml, "name", module + "." + suite());
        attribute(xml, "tests", String.valueOf(criteria.size()));
        attribute(xml, "failures", count(criteria, Result.FAILED));
        attribute(xml, "errors", count(criteria, Result.ERROR));
        attribute(xml, "skipped", count(criteria, Result.SKIPPED));
        attribute(xml, "time", "0");
        xml.append(">\n");
        criteria.forEach(criterion -> testCase(xml, criterion));
        return xml.append("</testsuite>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String suite() {
        return "rnn-adder:" + goal + "@" + execution;
    }

    private static String count(List<Criterion> criteria, Result result) {
        return String.valueOf(
                criteria.stream().filter(it -> it.result() == result).count());
    }

    private void testCase(StringBuilder xml, Criterion criterion) {
        String text = criterion.text().replace(basedir + File.separator, "");
        xml.append("  <testcase");
        attribute(xml, "classname", module + "." + suite());
        attribute(xml, "name", criterion.name());
        attribute(xml, "time", "0");
        xml.append(">\n    ");
        String element = element(criterion.result());
        xml.append('<').append(element);
        if (criterion.result() != Result.PASSED) {
            attribute(xml, "message", text.lines().findFirst().orElse(""));
        }
        if (criterion.result() == Result.FAILED || criterion.result() == Result.ERROR) {
            attribute(xml, "type", criterion.name());
        }
        xml.append('>');
        escape(xml, text);
        xml.append("</").append(element).append(">\n  </testcase>\n");
    }

    private static String element(Result result) {
        return switch (result) {
            case PASSED -> "system-out";
            case FAILED -> "failure";
            case ERROR -> "error";
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

    /** Says whether XML 1.0 has such a character at all, which it has not even escaped where it is a control character. */
    private static boolean isCharacter(int codePoint) {
        return codePoint >= ' ' && codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000;
    }
}
