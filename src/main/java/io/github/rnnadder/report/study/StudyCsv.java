package io.github.rnnadder.report.study;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.model.training.CurvePoint;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Reads and writes a study as CSV, with one run per line. Each line repeats the conditions of the study, so every line
 * is complete. A learning curve takes one cell for each of its values, with spaces between the numbers.
 */
public final class StudyCsv {

    /** The maximum length of a line. A run takes less: its curve has at most 100,000 points, in two cells. */
    private static final int MAX_LINE = 8 << 20;

    private static final int MAX_COLUMNS = 100;

    private StudyCsv() {}

    /** Writes all runs of a study as CSV in UTF-8. */
    public static void write(Study study, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(String.join(
                        ",", cells(study.conditions(), study.runs().get(0)).keySet()) + "\n");
        for (Run run : study.runs()) {
            csv.write(cells(study.conditions(), run).values().stream()
                    .map(StudyCsv::text)
                    .collect(Collectors.joining(",", "", "\n")));
        }
        csv.flush();
    }

    private static Map<String, Object> cells(Conditions conditions, Run run) {
        Map<String, Object> cells = new LinkedHashMap<>(run.fields());
        cells.putAll(conditions.fields());
        cells.put("windowAccuracy", run.curve(CurvePoint::accuracy));
        cells.put("windowError", run.curve(CurvePoint::error));
        return cells;
    }

    private static String text(Object value) {
        if (value instanceof double[] numbers) {
            return Arrays.stream(numbers).mapToObj(StudyCsv::text).collect(Collectors.joining(" "));
        }
        // The output of Double.toString changed in JDK 19.
        return value instanceof Double number ? NumberOutput.toString(number, true) : Objects.toString(value, "");
    }

    /**
     * Reads the CSV of one part of a study line by line.
     *
     * @param runs receives each run and the conditions in its line
     */
    static void read(String file, Reader csv, BiConsumer<Run, Conditions> runs) throws IOException {
        String[] names = line(file, 1, csv).split(",", MAX_COLUMNS + 1);
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
            throw new UnreadableFileException(file + " holds no run; expected a header and a line for each run");
        }
        if (csv.read() >= 0) {
            throw new UnreadableFileException(file + ", line " + number + ": found nothing; expected a run");
        }
    }

    /** Returns the next line of a CSV file, or an empty string at its end. */
    private static String line(String file, int number, Reader csv) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = csv.read(); c >= 0 && c != '\n'; c = csv.read()) {
            if (line.length() == MAX_LINE) {
                throw new UnreadableFileException(
                        file + ", line " + number + ": it has more than " + MAX_LINE + " characters; no run has");
            }
            line.append((char) c);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private static Fields fields(String place, String[] names, String line) {
        String[] cells = line.split(",", names.length + 1);
        if (cells.length != names.length) {
            throw new UnreadableFileException(place + ": found " + (cells.length > names.length ? "more" : cells.length)
                    + " cells; the header names " + names.length + " columns");
        }
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            texts.put(names[i], cells[i]);
        }
        return new Fields(place, texts);
    }
}
