package io.github.rnnadder.weights;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.text.Numerals;
import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.training.Checkpoint;
import io.github.rnnadder.model.training.CurvePoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads and writes, as CSV, the records of a training that its report shows.
 *
 * @param kind the name of such a file in messages, and its maximum size
 * @param header the names of the columns, separated by commas
 * @param write formats an element as a line
 * @param read parses the cells of a line
 */
public record LearningFile<T>(ReadLimit kind, String header, Function<T, String> write, Function<String[], T> read) {

    /** The file of a learning curve. The largest one has 100,000 points and takes 5 MB. */
    public static final LearningFile<CurvePoint> CURVE = new LearningFile<>(
            new ReadLimit("a learning curve", 8 << 20),
            "iteration,windowAccuracy,windowError",
            it -> it.iteration() + "," + JsonText.text(it.accuracy()) + "," + JsonText.text(it.error()),
            cells -> new CurvePoint(integer(cells[0]), number(cells[1]), number(cells[2])));

    /** The file of the checkpoints of a training, with their weights in base64. */
    public static final LearningFile<Checkpoint> CHECKPOINTS = new LearningFile<>(
            new ReadLimit("a file of checkpoints", 1 << 20),
            "iteration,right,lastWrong,weights",
            it -> it.iteration() + "," + it.right() + "," + it.lastWrong() + ","
                    + Base64.getEncoder().encodeToString(TensorBytes.bytes(it.weights())),
            cells -> new Checkpoint(
                    integer(cells[0]),
                    integer(cells[1]),
                    integer(cells[2]),
                    TensorBytes.weights(Base64.getDecoder().decode(cells[3]))));

    /** Returns a CSV file with one line for each element, below the header. */
    public byte[] write(List<T> lines) {
        return lines.stream()
                .map(write)
                .collect(Collectors.joining("\n", header + "\n", "\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the elements of a file. Returns an empty list if the file does not exist.
     *
     * @throws UserErrorException if the file cannot be read or has other content
     */
    public List<T> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return new String(kind.read(file), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isEmpty())
                    .map(line -> read.apply(line.split(",", -1)))
                    .toList();
        } catch (NoSuchElementException
                | ArithmeticException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            throw new UnreadableFileException(file + " is not " + kind.name() + "; expected the columns " + header);
        }
    }

    private static int integer(String cell) {
        return Math.toIntExact(Numerals.integer(cell).orElseThrow());
    }

    private static double number(String cell) {
        return Numerals.number(cell).orElseThrow();
    }
}
