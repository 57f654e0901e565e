package io.github.rnnadder.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a weights file in either format, by its ending. */
public final class WeightsFile {

    public static final String JSON = ".json";

    public static final String SAFETENSORS = ".safetensors";

    /** More than the largest adder takes in JSON. */
    private static final int MAX_BYTES = 64 << 20;

    private WeightsFile() {}

    /**
     * Reads an adder.
     *
     * @throws WeightsException if there is no such file, or it is not an adder in full
     */
    public static AdderModel read(Path file) throws WeightsException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(JSON) && !name.endsWith(SAFETENSORS)) {
            throw new WeightsException(
                    file + " ends neither in .json nor in .safetensors; its ending says how to read it");
        }
        byte[] bytes = bytes(file);
        return name.endsWith(JSON)
                ? JsonWeightsReader.read(file.toString(), bytes)
                : SafetensorsReader.read(file.toString(), bytes);
    }

    private static byte[] bytes(Path file) throws WeightsException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new WeightsException(file + " is not a regular file; expected the weights of an adder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new WeightsException(file + " has more than " + MAX_BYTES + " bytes; no adder has");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new WeightsException(file + " does not exist; expected the weights of an adder");
        } catch (IOException e) {
            throw new WeightsException(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }
}
