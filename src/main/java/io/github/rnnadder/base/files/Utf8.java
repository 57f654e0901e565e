package io.github.rnnadder.base.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes text. All files of the plugin are in UTF-8. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Decodes bytes strictly.
     *
     * @throws CharacterCodingException if the bytes are not valid UTF-8
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
