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

/** Reads and writes a learning curve as CSV: {@code iteration,windowAccuracy,windowError}. */
public final class CurveFile {

    private static final String HEADER = "iteration,windowAccuracy,windowError";

    /** The largest curve has 100,000 points and takes 5 MB. */
    private static final ReadLimit KIND = new ReadLimit("a learning curve", 8 << 20);

    private CurveFile() {}

    /** Returns the content of the file. */
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
     * @throws UserErrorException if the file cannot be read or is not a learning curve
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
            throw new WeightsException(file + " is not a learning curve; expected the columns " + HEADER);
        }
    }

    private static CurvePoint point(String line) {
        String[] cells = line.split(",", -1);
        return new CurvePoint(
                Math.toIntExact(Numerals.integer(cells[0]).orElseThrow()),
                Numerals.number(cells[1]).orElseThrow(),
                Numerals.number(cells[2]).orElseThrow());
    }
}
