package io.github.rnnadder.model.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.rnnadder.base.text.DidYouMean;
import io.github.rnnadder.base.text.Sanitized;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a config. One pass over a flat mapping of scalars: nothing nested is ever entered, no alias expanded, no tag
 * resolved, and no value converted to a type that it was not written in.
 */
public final class ConfigReader {

    private final ConfigSource source;
    private final String text;

    /** YAML's parser counts its offsets in these. */
    private final int[] codePoints;

    /** Where the value of {@code curveInterval} stands, if the config has one. */
    private JsonLocation curveInterval;

    private ConfigReader(ConfigSource source) throws ConfigException {
        this.source = source;
        this.text = source.text();
        this.codePoints = text.codePoints().toArray();
    }

    /**
     * Reads a config; a key that it leaves out has its default.
     *
     * @throws ConfigException with the file, line and column of the first error
     */
    public static TrainingConfig read(ConfigSource source) throws ConfigException {
        return new ConfigReader(source).parse();
    }

    private TrainingConfig parse() throws ConfigException {
        // The file is small, so any name or number in it may be read whole, to say where it is and what is wrong with
        // it.
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNameLength(ConfigSource.MAX_BYTES)
                .maxNumberLength(ConfigSource.MAX_BYTES)
                .build();
        JsonFactory factory = source.isJson()
                ? JsonFactory.builder().streamReadConstraints(constraints).build()
                : YAMLFactory.builder().streamReadConstraints(constraints).build();
        try (JsonParser parser = factory.createParser(text)) {
            TrainingConfig config = TrainingConfig.of(document(parser));
            requireBoundedCurve(config);
            return config;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new IllegalStateException("Reading a string does no input", e);
        }
    }

    private Map<ConfigKey, Object> document(JsonParser parser) throws IOException, ConfigException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL || isBlank(parser)) {
            throw new ConfigException(source.file() + " holds no document; write {} to ask for the defaults");
        }
        if (first != JsonToken.START_OBJECT) {
            throw error(parser, "found " + found(parser) + " at the top; a config is a mapping of keys to values");
        }
        refuseDecoration(parser);
        Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            ConfigKey key = key(parser);
            if (values.containsKey(key)) {
                throw error(parser, "duplicate key '" + key.key + "'; each key is allowed once");
            }
            parser.nextToken();
            refuseDecoration(parser);
            values.put(key, value(parser, key));
            if (key == ConfigKey.CURVE_INTERVAL) {
                curveInterval = parser.currentTokenLocation();
            }
        }
        if (parser.nextToken() != null) {
            throw error(parser, "found " + found(parser) + " after the end of the config; one document is allowed");
        }
        return values;
    }

    private void requireBoundedCurve(TrainingConfig config) throws ConfigException {
        Optional<String> complaint = config.complaint();
        if (complaint.isPresent()) {
            throw at(curveInterval, complaint.get());
        }
    }

    private boolean isBlank(JsonParser parser) throws IOException {
        return parser.getText().isBlank() && !source.isJson();
    }

    private ConfigKey key(JsonParser parser) throws IOException, ConfigException {
        String name = parser.currentName();
        ConfigKey key = ConfigKey.named(name).orElse(null);
        if (key == null) {
            throw error(
                    parser,
                    "unknown key '" + Sanitized.of(name) + "'; "
                            + DidYouMean.nearest(Sanitized.of(name), ConfigKey.names())
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("allowed are " + String.join(", ", ConfigKey.names())));
        }
        refuseDecoration(parser);
        return key;
    }

    /** Anchors, aliases and tags have no use in a flat mapping, and tags may name classes. */
    private void refuseDecoration(JsonParser parser) throws ConfigException {
        if ("&*!".indexOf(firstCharacter(parser)) >= 0) {
            throw error(parser, "found an anchor, alias or tag; none is allowed here, write the plain value");
        }
    }

    private Object value(JsonParser parser, ConfigKey key) throws IOException, ConfigException {
        boolean plain = isPlain(parser)
                && (key.kind != ConfigKey.Kind.BOOLEAN || parser.currentToken().isBoolean());
        try {
            return key.value(parser.getText(), plain);
        } catch (IllegalArgumentException e) {
            throw wrong(parser, key);
        }
    }

    /** Says whether a scalar stands without quotes: YAML's own number rules miss some numbers, such as 1e-3. */
    private boolean isPlain(JsonParser parser) {
        return "\"'|>".indexOf(firstCharacter(parser)) < 0;
    }

    private int firstCharacter(JsonParser parser) {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < codePoints.length ? codePoints[(int) offset] : ' ';
    }

    private ConfigException wrong(JsonParser parser, ConfigKey key) throws IOException {
        return error(parser, key.key + " is " + found(parser) + "; allowed is " + key.allowed());
    }

    private String found(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "a mapping";
            case START_ARRAY -> "a list";
            case VALUE_NULL -> "null";
            case VALUE_STRING -> {
                String shown = Sanitized.of(parser.getText());
                yield !isPlain(parser) ? "\"" + shown + "\"" : shown.isEmpty() ? "empty" : "'" + shown + "'";
            }
            default -> Sanitized.of(parser.getText());
        };
    }

    private ConfigException error(JsonParser parser, String sentence) {
        return at(parser.currentTokenLocation(), sentence);
    }

    private ConfigException malformed(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            String context = yaml.getContext() == null ? "" : " " + yaml.getContext();
            return at(
                    yaml.getProblemMark().getLine() + 1,
                    yaml.getProblemMark().getColumn() + 1,
                    "malformed YAML" + context + ": " + Sanitized.ofMessage(yaml.getProblem()));
        }
        if (e.getCause() instanceof ReaderException) {
            return unprintable();
        }
        return at(
                e.getLocation(),
                "malformed " + (source.isJson() ? "JSON" : "YAML") + ": "
                        + Sanitized.ofMessage(e.getOriginalMessage()));
    }

    /** Looks for what the YAML parser refuses without saying where it is. */
    private ConfigException unprintable() {
        int line = 1;
        int column = 1;
        int i = 0;
        while (StreamReader.isPrintable(codePoints[i])) {
            column = codePoints[i] == '\n' ? 1 : column + 1;
            line += codePoints[i] == '\n' ? 1 : 0;
            i++;
        }
        return at(
                line,
                column,
                "malformed YAML: found the character U+%04X; a config is printable text".formatted(codePoints[i]));
    }

    private ConfigException at(JsonLocation location, String sentence) {
        return at(location.getLineNr(), location.getColumnNr(), sentence);
    }

    private ConfigException at(int line, int column, String sentence) {
        return new ConfigException(source.file() + ", line " + line + ", column " + column + ": " + sentence);
    }
}
