package io.github.rnnadder.report.study;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.text.Numerals;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.config.ConfigKey;
import io.github.rnnadder.model.config.TrainingConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The cells of one CSV line, by the names of their columns. An absent value is an empty cell. The numbers of a list are
 * separated by spaces.
 *
 * @param place the place of the line for messages, for example {@code study.csv, line 3}
 * @param texts the cells as text
 */
record Fields(String place, Map<String, String> texts) {

    String text(String name) throws UnreadableFileException {
        String text = texts.get(name);
        if (text == null) {
            throw error("'" + name + "' is missing; expected a file that the goal study wrote");
        }
        return text;
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    Object value(ConfigKey key) throws UnreadableFileException {
        try {
            return key.value(text(key.key()));
        } catch (IllegalArgumentException e) {
            throw wrong(key.key(), key.allowed());
        }
    }

    int integer(String name) throws UnreadableFileException {
        try {
            return Math.toIntExact(integer64(name));
        } catch (ArithmeticException e) {
            throw wrong(name, "an integer of 32 bits");
        }
    }

    long integer64(String name) throws UnreadableFileException {
        return Numerals.integer(text(name)).orElseThrow(() -> wrong(name, "an integer of 64 bits"));
    }

    double number(String name) throws UnreadableFileException {
        return number(name, text(name));
    }

    double[] numbers(String name) throws UnreadableFileException {
        String text = text(name);
        String[] parts = text.isEmpty() ? new String[0] : text.split(" ", TrainingConfig.MAX_CURVE_POINTS + 1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = number(name, parts[i]);
        }
        return numbers;
    }

    private double number(String name, String text) throws UnreadableFileException {
        return Numerals.number(text)
                .orElseThrow(() -> error(name + " is '" + Sanitized.of(text) + "'; it must be a finite number"));
    }

    boolean bool(String name) throws UnreadableFileException {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "true or false");
        };
    }

    Status status(String name) throws UnreadableFileException {
        String text = text(name);
        List<String> names = Arrays.stream(Status.values()).map(Status::name).toList();
        if (!names.contains(text)) {
            throw wrong(name, "one of " + String.join(", ", names));
        }
        return Status.valueOf(text);
    }

    private UnreadableFileException wrong(String name, String allowed) {
        return error(name + " is '" + Sanitized.of(texts.getOrDefault(name, "")) + "'; it must be " + allowed);
    }

    UnreadableFileException error(String sentence) {
        return new UnreadableFileException(place + ": " + sentence);
    }
}
