package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.text.Numerals;
import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.model.training.CurvePoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** The learning curve as CSV: {@code iteration,windowAccuracy,windowError}. */
public final class CurveFile {

    private static final String HEADER = "iteration,windowAccuracy,windowError";

    /** A hundred thousand points, the most that a curve has, take 5 MB. */
    private static final ReadLimit KIND = new ReadLimit("a learning curve", 8 << 20);

    private CurveFile() {}

    /** Returns the bytes of the file. */
    public static byte[] write(List<CurvePoint> curve) {
        return curve.stream()
                .map(point -> point.iteration() + "," + NumberOutput.toString(point.accuracy(), true) + ","
                        + NumberOutput.toString(point.error(), true))
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a curve.
     *
     * @throws UserErrorException if it is none, or cannot be read
     */
    public static List<CurvePoint> read(Path file) {
        try {
            return new String(KIND.read(file), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isEmpty())
                    .map(CurveFile::point)
                    .toList();
        } catch (NoSuchElementException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new WeightsException(file + " is no learning curve; expected the columns " + HEADER);
        }
    }

    private static CurvePoint point(String line) {
        String[] columns = line.split(",", -1);
        return new CurvePoint(
                Math.toIntExact(Numerals.integer(columns[0]).orElseThrow()),
                Numerals.number(columns[1]).orElseThrow(),
                Numerals.number(columns[2]).orElseThrow());
    }
}
