package io.github.rnnadder.model.config;

import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.rnnadder.base.json.JsonCursor;
import io.github.rnnadder.base.text.DidYouMean;
import io.github.rnnadder.base.text.Sanitized;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a config in one pass over a flat mapping of scalars. The reader rejects nested values, expands no alias and
 * resolves no tag. It never converts a value to a type other than the one it was written in.
 */
public final class ConfigReader {

    private static final String AT_THE_TOP = "a mapping of keys to values";

    private final ConfigSource source;
    private final Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);

    /** The position of the value of {@code curveInterval} in the file; null if the config does not set it. */
    private @Nullable String curveInterval;

    private ConfigReader(ConfigSource source) {
        this.source = source;
    }

    /**
     * Reads a config. A missing key gets its default value.
     *
     * @throws ConfigException if the config is not valid; the message names file, line and column of the first error
     */
    public static TrainingConfig read(ConfigSource source) throws ConfigException {
        return new ConfigReader(source).parse();
    }

    private TrainingConfig parse() {
        String text = source.text();
        if (text.isBlank()) {
            throw empty();
        }
        if (source.isJson()) {
            readJson(text);
        } else {
            requirePrintable(text);
            readYaml(new ParserImpl(new StreamReader(text), new LoaderOptions()));
        }
        TrainingConfig config = TrainingConfig.of(values);
        config.complaint().ifPresent(complaint -> {
            throw new ConfigException(curveInterval + ": " + complaint);
        });
        return config;
    }

    private ConfigException empty() {
        return new ConfigException(source.file() + " holds no document; write {} to ask for the defaults");
    }

    private void readJson(String text) {
        // The file is small, so names and numbers may have any length. This lets messages name what is wrong with them.
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNameLength(ConfigSource.MAX_BYTES)
                .maxNumberLength(ConfigSource.MAX_BYTES)
                .build();
        try {
            JsonCursor.read(
                    source.file().toString(),
                    JsonCursor.factory(limits).createParser(text),
                    ConfigException::new,
                    this::mapping);
        } catch (IOException e) {
            throw new IllegalStateException("Reading a string cannot fail", e);
        }
    }

    private Void mapping(JsonCursor json) throws IOException {
        json.object(AT_THE_TOP);
        for (String name = json.field(); name != null; name = json.field()) {
            ConfigKey key = key(json.placeOfName(), name);
            json.require(json.isScalar() && take(key, json.scalar(), !json.isString(), json.place()), key.allowed());
        }
        return null;
    }

    private void readYaml(Parser events) {
        try {
            Event event = events.getEvent();
            while (event.is(Event.ID.StreamStart) || event.is(Event.ID.DocumentStart)) {
                event = events.getEvent();
            }
            if (event.is(Event.ID.StreamEnd) || event instanceof ScalarEvent it && tag(it).equals(Tag.NULL)) {
                throw empty();
            }
            requireUndecorated(event);
            if (!(event instanceof MappingStartEvent)) {
                throw error(event, "found " + found(event) + " at the top; a config is " + AT_THE_TOP);
            }
            for (event = events.getEvent(); !event.is(Event.ID.MappingEnd); event = events.getEvent()) {
                ConfigKey key = key(event);
                value(key, events.getEvent());
            }
            events.getEvent(); // the end of the document
            event = events.getEvent();
            if (!event.is(Event.ID.StreamEnd)) {
                throw error(event, "found another document; one is allowed");
            }
        } catch (MarkedYAMLException e) {
            String context = e.getContext() == null ? "" : " " + e.getContext();
            throw new ConfigException(place(e.getProblemMark()) + ": malformed YAML" + context + ": "
                    + Sanitized.ofMessage(e.getProblem()));
        }
    }

    /** Returns the type that YAML gives a scalar that has no tag. */
    private static Tag tag(ScalarEvent scalar) {
        return new Resolver().resolve(NodeId.scalar, scalar.getValue(), scalar.isPlain());
    }

    private ConfigKey key(Event event) {
        requireUndecorated(event);
        if (!(event instanceof ScalarEvent name)) {
            throw error(event, "found " + found(event) + "; a key is a word such as " + ConfigKey.BITS.key);
        }
        ConfigKey key = key(place(event.getStartMark()), name.getValue());
        if (values.containsKey(key)) {
            throw error(event, "duplicate key '" + key.key + "'; each key is allowed once");
        }
        return key;
    }

    private ConfigKey key(String place, String name) {
        return ConfigKey.named(name)
                .orElseThrow(() -> new ConfigException(place + ": unknown key '" + Sanitized.of(name) + "'; "
                        + DidYouMean.nearest(Sanitized.of(name), ConfigKey.names())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("the keys are " + String.join(", ", ConfigKey.names()))));
    }

    private void value(ConfigKey key, Event value) {
        requireUndecorated(value);
        if (!(value instanceof ScalarEvent it && take(key, it.getValue(), it.isPlain(), place(value.getStartMark())))) {
            throw error(value, key.key + " is " + found(value) + "; it must be " + key.allowed());
        }
    }

    /** Stores the value of a key. Returns whether the value is allowed; if not, nothing is stored. */
    private boolean take(ConfigKey key, String scalar, boolean plain, String place) {
        try {
            values.put(key, key.value(scalar, plain));
        } catch (IllegalArgumentException e) {
            return false;
        }
        curveInterval = key == ConfigKey.CURVE_INTERVAL ? place : curveInterval;
        return true;
    }

    /** Rejects anchors, aliases and tags. A flat mapping does not need them, and tags may name classes. */
    private void requireUndecorated(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor() != null
                || event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent nested && nested.getTag() != null) {
            throw error(event, "found an anchor, alias or tag; none is allowed here, write the plain value");
        }
    }

    private static String found(Event event) {
        if (!(event instanceof ScalarEvent scalar)) {
            return event instanceof MappingStartEvent ? "a mapping" : "a list";
        }
        String shown = Sanitized.of(scalar.getValue());
        if (tag(scalar).equals(Tag.STR)) {
            return scalar.isPlain() ? "'" + shown + "'" : "\"" + shown + "\"";
        }
        return shown.isEmpty() ? "empty" : tag(scalar).equals(Tag.NULL) ? "null" : shown;
    }

    /**
     * Rejects what people cannot see: characters that YAML forbids, and line ends that most programs do not display.
     * Such a line end could end a comment for the parser alone. The text after it would then set a value.
     */
    private void requirePrintable(String text) {
        int line = 1;
        int column = 1;
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int c = codePoints[i];
            boolean lineEnd = c == '\r' && (i + 1 == codePoints.length || codePoints[i + 1] != '\n')
                    || c == 0x85
                    || c == 0x2028
                    || c == 0x2029;
            if (lineEnd || !StreamReader.isPrintable(c)) {
                throw new ConfigException(place(line, column)
                        + ": malformed YAML: found the character U+%04X; a config ".formatted(c)
                        + (lineEnd ? "ends its lines with LF or CRLF" : "is printable text"));
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
    }

    private ConfigException error(Event event, String sentence) {
        return new ConfigException(place(event.getStartMark()) + ": " + sentence);
    }

    private String place(Mark mark) {
        return place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private String place(int line, int column) {
        return source.file() + ", line " + line + ", column " + column;
    }
}
