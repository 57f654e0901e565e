package io.github.rnnadder.delivery;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The path of the weights inside the jar, without the file extension.
 *
 * @param name segments separated by slashes, e.g. {@code META-INF/rnn-adder/com.acme/model}
 */
public record ResourceName(String name) {

    /** A segment has no control characters, none of {@code \ / : * ? " < > |}, and no dot or space at its end. */
    private static final Pattern SEGMENT = Pattern.compile("[^\\p{Cntrl}\\\\/:*?\"<>|]*[^\\p{Cntrl}\\\\/:*?\"<>|. ]");

    /** The longest segment. File systems allow names of 255 bytes; the rest leaves room for the longest extension. */
    private static final int MAX_SEGMENT_BYTES = 200;

    /**
     * Checks the name.
     *
     * @throws ParameterException if a segment is too long, or contains a character that is not allowed
     */
    public ResourceName {
        for (String segment : name.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw new ParameterException(
                        "resourceName is '" + name
                                + "'; it must be a relative path such as META-INF/rnn-adder/com.acme/model, with slashes and without '..'");
            }
            if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
                throw new ParameterException("resourceName has a part of more than " + MAX_SEGMENT_BYTES + " bytes, "
                        + Sanitized.of(segment) + "; use shorter ones");
            }
        }
    }

    /**
     * Returns the path with this name and the given extension below a directory.
     *
     * @throws ParameterException if the file system does not allow this name
     */
    public Path below(Path directory, String ending) {
        try {
            return directory.resolve(name + ending);
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    "resourceName is '" + name + "', which this file system cannot hold; choose another");
        }
    }
}
