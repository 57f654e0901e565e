package io.github.rnnadder.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** Files that were valid once, and what reading them may come to. */
public final class Mutations {

    /** What means something in YAML, JSON or a path. */
    private static final String[] TOKENS = Stream.of(
                    "&a *a !! --- ... [ { } ] \" ' , : ? | / .. - null NaN -1 1e999 \0 \uFEFF \u202E \\u0000"
                            .split(" "),
                    new String[] {" ", "\t", "\n", "\r\n", "<<: *a", "%YAML 9.9\n", "9".repeat(400), "[".repeat(2000)})
            .flatMap(Stream::of)
            .toArray(String[]::new);

    private Mutations() {}

    /** Flips, overwrites, cuts, doubles, inserts and ends, a few times. */
    public static byte[] mutate(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            int to = at + random.nextInt(Math.min(64, bytes.length - at) + 1);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = splice(bytes, at, to, new byte[0]);
                case 3 -> bytes = splice(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                case 4 ->
                    bytes = splice(
                            bytes, at, to, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] inserted) {
        byte[] spliced = new byte[bytes.length - (to - from) + inserted.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(inserted, 0, spliced, from, inserted.length);
        System.arraycopy(bytes, to, spliced, from + inserted.length, bytes.length - to);
        return spliced;
    }

    /** Insists on a sentence that a console can show: short, of one line, and about the file. */
    public static void assertOneSentence(Exception e, String file) {
        assertThat(e.getMessage())
                .contains(file)
                .doesNotContainPattern("\\p{Cntrl}")
                .hasSizeLessThan(500);
    }
}
