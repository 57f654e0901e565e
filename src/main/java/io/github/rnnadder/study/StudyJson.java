package io.github.rnnadder.study;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.rnnadder.text.Excerpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A study as JSON: its conditions once, then its runs, with the names that the CSV has. */
final class StudyJson {

    private static final String FORMAT = "rnn-adder-study";
    private static final int VERSION = 1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private StudyJson() {}

    static byte[] write(Study study) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
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
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does no output", e);
        }
        return out.toByteArray();
    }

    private static void writeFields(JsonGenerator json, Map<String, Object> fields) throws IOException {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            json.writeFieldName(field.getKey());
            json.writePOJO(field.getValue());
        }
    }

    static Study read(String file, String text) throws StudyException {
        Map<String, String> conditions = new LinkedHashMap<>();
        List<Fields> runs = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new StudyException(file + " holds no JSON object; expected '" + FORMAT + "'");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "format" -> expect(file, name, json.getText(), FORMAT);
                    case "version" -> expect(file, name, json.getText(), String.valueOf(VERSION));
                    case "conditions" -> conditions.putAll(readFields(json, file));
                    case "runs" -> readRuns(json, file, runs);
                    default -> throw new StudyException(file + " has the unknown field '" + Excerpt.of(name) + "'");
                }
            }
        } catch (JsonProcessingException e) {
            throw new StudyException(file + ", line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": malformed JSON: " + Excerpt.ofMessage(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("Reading a string does no input", e);
        }
        return study(file, conditions, runs);
    }

    private static Study study(String file, Map<String, String> conditions, List<Fields> fields) throws StudyException {
        if (fields.isEmpty()) {
            throw new StudyException(file + " holds no run; expected '" + FORMAT + "' with conditions and runs");
        }
        Conditions common = Conditions.of(new Fields(file, conditions));
        List<Run> runs = new ArrayList<>();
        for (Fields run : fields) {
            runs.add(Run.of(run, common));
        }
        return new Study(common, runs);
    }

    private static void expect(String file, String name, String found, String expected) throws StudyException {
        if (!expected.equals(found)) {
            throw new StudyException(file + ": " + name + " is '" + Excerpt.of(found) + "'; expected " + expected);
        }
    }

    private static void readRuns(JsonParser json, String file, List<Fields> runs) throws IOException, StudyException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected(json, file);
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String place = file + ", line " + json.currentTokenLocation().getLineNr();
            runs.add(new Fields(place, readFields(json, file)));
        }
    }

    private static Map<String, String> readFields(JsonParser json, String file) throws IOException, StudyException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected(json, file);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            fields.put(name, json.nextToken() == JsonToken.START_ARRAY ? list(json, file) : scalar(json, file));
        }
        return fields;
    }

    private static String list(JsonParser json, String file) throws IOException, StudyException {
        StringJoiner list = new StringJoiner(" ");
        while (json.nextToken() != JsonToken.END_ARRAY) {
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
        return new StudyException(file + ", line " + json.currentTokenLocation().getLineNr() + ", column "
                + json.currentTokenLocation().getColumnNr() + ": found '" + Excerpt.of(json.getText())
                + "'; expected '" + FORMAT + "' with conditions and a list of runs");
    }
}
