package io.github.rnnadder.report.study;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A study as CSV: a run on a line, with its conditions, so that nothing is lost and files can be read side by side. A
 * curve is a cell of numbers between spaces.
 */
final class StudyCsv {

    /** More than any run takes: its curve has at most 100,000 points, in two cells. */
    private static final int LONGEST_LINE = 8 << 20;

    private static final int MOST_COLUMNS = 100;

    private StudyCsv() {}

    static void write(Study study, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        boolean first = true;
        for (Run run : study.runs()) {
            Map<String, Object> cells = cells(study.conditions(), run);
            if (first) {
                csv.write(String.join(",", cells.keySet()) + "\n");
                first = false;
            }
            csv.write(cells.values().stream().map(StudyCsv::text).collect(Collectors.joining(",", "", "\n")));
        }
        csv.flush();
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

    /**
     * Reads a shard, a line at a time.
     *
     * @param runs takes each run, with the conditions that stand beside it
     */
    static void read(String file, Reader csv, BiConsumer<Run, Conditions> runs) throws IOException {
        String[] names = line(file, 1, csv).split(",", MOST_COLUMNS + 1);
        Conditions conditions = null;
        int number = 2;
        for (String line = line(file, number, csv); !line.isEmpty(); line = line(file, number, csv)) {
            Fields fields = fields(file + ", line " + number, names, line);
            Conditions here = Conditions.of(fields);
            if (conditions != null && !conditions.equals(here)) {
                throw fields.error("the runs before it have other conditions (" + conditions.difference(here) + ")");
            }
            conditions = here;
            runs.accept(Run.of(fields, conditions), conditions);
            number++;
        }
        if (conditions == null) {
            throw new StudyException(file + " holds no run; expected a header and a line for each run");
        }
        if (csv.read() >= 0) {
            throw new StudyException(file + ", line " + number + ": found nothing; expected a run");
        }
    }

    /** Returns the next line, or an empty one at the end. */
    private static String line(String file, int number, Reader csv) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = csv.read(); c >= 0 && c != '\n'; c = csv.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new StudyException(
                        file + ", line " + number + ": it has more than " + LONGEST_LINE + " characters; no run has");
            }
            line.append((char) c);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private static Fields fields(String place, String[] names, String line) {
        String[] cells = line.split(",", names.length + 1);
        if (cells.length != names.length) {
            throw new StudyException(place + ": found " + (cells.length > names.length ? "more" : cells.length)
                    + " cells; the header names " + names.length + " columns");
        }
        return new Fields(
                place,
                IntStream.range(0, cells.length)
                        .boxed()
                        .collect(Collectors.toMap(i -> names[i], i -> cells[i], (first, second) -> second)));
    }
}
