package io.github.rnnadder.study;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A study as CSV: a run on a line, with its conditions, so that nothing is lost and files can be read side by side. A curve
 * is a cell of numbers between spaces.
 */
final class StudyCsv {

    private StudyCsv() {}

    static byte[] write(Study study) {
        List<String> lines = new ArrayList<>();
        for (Run run : study.runs()) {
            Map<String, Object> cells = cells(study.conditions(), run);
            if (lines.isEmpty()) {
                lines.add(String.join(",", cells.keySet()));
            }
            lines.add(cells.values().stream().map(StudyCsv::text).collect(Collectors.joining(",")));
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> cells(Conditions conditions, Run run) {
        Map<String, Object> cells = new LinkedHashMap<>(run.fields());
        cells.putAll(conditions.fields());
        cells.putAll(run.columns());
        return cells;
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof double[] numbers) {
            return Arrays.stream(numbers)
                    .mapToObj(number -> NumberOutput.toString(number, true))
                    .collect(Collectors.joining(" "));
        }
        // Double.toString changed in JDK 19.
        return value instanceof Double number ? NumberOutput.toString(number, true) : value.toString();
    }

    static Study read(String file, String text) throws StudyException {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2) {
            throw new StudyException(file + " holds no run; expected a header and a line for each run");
        }
        String[] names = lines.get(0).split(",", -1);
        Conditions conditions = null;
        List<Run> runs = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Fields fields = fields(file + ", line " + (i + 1), names, lines.get(i));
            Conditions here = Conditions.of(fields);
            if (conditions != null && !conditions.equals(here)) {
                throw fields.error("the runs before it have other conditions (" + conditions.difference(here) + ")");
            }
            conditions = here;
            runs.add(Run.of(fields, conditions));
        }
        return new Study(conditions, runs);
    }

    private static Fields fields(String place, String[] names, String line) throws StudyException {
        String[] cells = line.split(",", -1);
        if (cells.length != names.length) {
            throw new StudyException(
                    place + ": found " + cells.length + " cells; the header names " + names.length + " columns");
        }
        return new Fields(
                place,
                IntStream.range(0, cells.length)
                        .boxed()
                        .collect(Collectors.toMap(i -> names[i], i -> cells[i], (first, second) -> second)));
    }
}
