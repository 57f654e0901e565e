package io.github.rnnadder.weights;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.text.UserErrorException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a weights file in either format, chosen by its extension. */
public final class WeightsFile {

    public static final String JSON = ".json";

    public static final String SAFETENSORS = ".safetensors";

    /** The largest network takes 7 MB in JSON, or 11 MB if indented with one number per line. */
    private static final ReadLimit KIND = new ReadLimit("the weights of an adder", 16 << 20);

    private WeightsFile() {}

    /**
     * Reads a network.
     *
     * @throws UserErrorException if the file does not exist, cannot be read, or is not a complete network
     */
    public static StoredAdder read(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(JSON) && !name.endsWith(SAFETENSORS)) {
            throw new WeightsException(
                    file + " ends neither in .json nor in .safetensors; its ending says how to read it");
        }
        byte[] bytes = KIND.read(file);
        return name.endsWith(JSON)
                ? JsonWeightsReader.read(file.toString(), bytes)
                : SafetensorsReader.read(file.toString(), bytes);
    }
}
