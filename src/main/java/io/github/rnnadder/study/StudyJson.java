package io.github.rnnadder.study;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.json.JsonErrors;
import io.github.rnnadder.text.Excerpt;
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

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

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
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new StudyException(file + " holds no JSON object; expected '" + FORMAT + "'");
            }
            Conditions conditions = null;
            boolean hasRun = false;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "format" -> expect(file, name, json.getText(), FORMAT);
                    case "version" -> expect(file, name, json.getText(), String.valueOf(VERSION));
                    case "conditions" -> conditions = Conditions.of(new Fields(file, readFields(json, file)));
                    case "runs" -> hasRun = readRuns(json, file, conditions, runs);
                    default -> throw new StudyException(file + " has the unknown field '" + Excerpt.of(name) + "'");
                }
            }
            if (!hasRun) {
                throw new StudyException(file + " holds no run; expected '" + FORMAT + "' with conditions and runs");
            }
        } catch (JsonProcessingException e) {
            throw new StudyException(file + JsonErrors.place(e.getLocation()) + ": " + JsonErrors.complaint(e));
        }
    }

    private static void expect(String file, String name, String found, String expected) throws StudyException {
        if (!expected.equals(found)) {
            throw new StudyException(file + ": " + name + " is '" + Excerpt.of(found) + "'; expected " + expected);
        }
    }

    private static boolean readRuns(
            JsonParser json, String file, Conditions conditions, BiConsumer<Run, Conditions> runs) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY || conditions == null) {
            throw unexpected(json, file);
        }
        boolean hasRun = false;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String place = file + ", line " + json.currentTokenLocation().getLineNr();
            runs.accept(Run.of(new Fields(place, readFields(json, file)), conditions), conditions);
            hasRun = true;
        }
        return hasRun;
    }

    private static Map<String, String> readFields(JsonParser json, String file) throws IOException, StudyException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected(json, file);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        long begin = json.currentTokenLocation().getCharOffset();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            if (fields.size() == MOST_FIELDS) {
                throw unexpected(json, file);
            }
            String name = json.currentName();
            fields.put(name, json.nextToken() == JsonToken.START_ARRAY ? list(json, file, begin) : scalar(json, file));
        }
        return fields;
    }

    private static String list(JsonParser json, String file, long begin) throws IOException, StudyException {
        StringJoiner list = new StringJoiner(" ");
        int length = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (length++ == TrainingConfig.MOST_CURVE_POINTS
                    || json.currentTokenLocation().getCharOffset() - begin > LONGEST_RUN) {
                throw unexpected(json, file);
            }
            list.add(scalar(json, file));
        }
        return list.toString();
    }

    private static String scalar(JsonParser json, String file) throws IOException, StudyException {
        if (!json.currentToken().isScalarValue()) {
            throw unexpected(json, file);
        }
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    private static StudyException unexpected(JsonParser json, String file) throws IOException {
        return new StudyException(file + JsonErrors.place(json.currentTokenLocation()) + ": found "
                + JsonErrors.found(json) + "; expected '" + FORMAT + "' with conditions and a list of runs");
    }
}
