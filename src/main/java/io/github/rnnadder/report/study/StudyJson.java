package io.github.rnnadder.report.study;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.rnnadder.base.json.JsonCursor;
import io.github.rnnadder.model.config.TrainingConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;

/** A study as JSON: its conditions once, then its runs, with the names that the CSV has. */
final class StudyJson {

    private static final String FORMAT = "rnn-adder-study";
    private static final int VERSION = 1;

    /** More than any field has but a curve, which is a list. */
    private static final int LONGEST_TEXT = 1000;

    private static final int MOST_FIELDS = 100;

    /** More characters than a run has with the longest curves. */
    private static final int LONGEST_RUN = 8 << 20;

    private static final String EXPECTED = "'" + FORMAT + "' with conditions and runs";

    private static final JsonFactory FACTORY = JsonCursor.factory(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER.mappedFeature())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());

    private StudyJson() {}

    static void write(Study study, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeObjectFieldStart("conditions");
            writeFields(json, study.conditions().fields());
            json.writeEndObject();
            json.writeArrayFieldStart("runs");
            for (Run run : study.runs()) {
                json.writeStartObject();
                writeFields(json, run.fields());
                for (Map.Entry<String, double[]> column : run.columns().entrySet()) {
                    json.writeFieldName(column.getKey());
                    json.writeArray(column.getValue(), 0, column.getValue().length);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeFields(JsonGenerator json, Map<String, Object> fields) throws IOException {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            json.writeFieldName(field.getKey());
            json.writePOJO(field.getValue());
        }
    }

    /**
     * Reads a shard, a run at a time.
     *
     * @param runs takes each run, with the conditions of the file
     */
    static void read(String file, Reader text, BiConsumer<Run, Conditions> runs) throws IOException {
        boolean hasRun = JsonCursor.read(file, FACTORY.createParser(text), StudyException::new, json -> {
            Conditions conditions = null;
            boolean some = false;
            json.object(EXPECTED);
            for (String name = json.field(); name != null; name = json.field()) {
                switch (name) {
                    case "format" -> json.constant(FORMAT);
                    case "version" -> json.integer(VERSION, VERSION);
                    case "conditions" -> conditions = Conditions.of(new Fields(file, fields(json)));
                    case "runs" -> {
                        json.require(conditions != null, "conditions before the runs");
                        some = runs(json, conditions, runs);
                    }
                    default -> throw json.wrong("nothing but format, version, conditions and runs");
                }
            }
            return some;
        });
        if (!hasRun) {
            throw new StudyException(file + " holds no run; expected " + EXPECTED);
        }
    }

    private static boolean runs(JsonCursor json, Conditions conditions, BiConsumer<Run, Conditions> runs)
            throws IOException {
        boolean some = false;
        json.list("a list of runs");
        while (json.element()) {
            String place = json.line();
            runs.accept(Run.of(new Fields(place, fields(json)), conditions), conditions);
            some = true;
        }
        return some;
    }

    /** Reads fields as the CSV has them: nothing for null, the numbers of a list between spaces. */
    private static Map<String, String> fields(JsonCursor json) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        json.object("an object");
        long begin = json.offset();
        for (String name = json.field(); name != null; name = json.field()) {
            json.require(fields.size() < MOST_FIELDS, "at most " + MOST_FIELDS + " fields");
            fields.put(name, json.isScalar() ? scalar(json) : list(json, begin));
        }
        return fields;
    }

    private static String list(JsonCursor json, long begin) throws IOException {
        StringJoiner list = new StringJoiner(" ");
        int length = 0;
        json.list("a list or a single value");
        while (json.element()) {
            json.require(
                    length++ < TrainingConfig.MOST_CURVE_POINTS,
                    "a list of at most " + TrainingConfig.MOST_CURVE_POINTS + " numbers");
            json.require(json.offset() - begin <= LONGEST_RUN, "a run of at most " + LONGEST_RUN + " characters");
            json.require(json.isScalar(), "a number");
            list.add(scalar(json));
        }
        return list.toString();
    }

    private static String scalar(JsonCursor json) throws IOException {
        return json.isNull() ? "" : json.scalar();
    }
}
