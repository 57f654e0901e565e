package io.github.rnnadder.loader;

import io.github.rnnadder.text.ParameterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the source of a loader from the source of {@link PretrainedAdder}, which the plugin's jar holds. */
public final class LoaderSource {

    private static final String TEMPLATE = PretrainedAdder.class.getSimpleName();

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

    private LoaderSource() {}

    /**
     * Checks that a loader can be generated under its name.
     *
     * @throws ParameterException if the source itself uses a class of the same simple name
     */
    public static void requireNoClash(LoaderClass loader) {
        String simpleName = loader.simpleName();
        String code = COMMENT.matcher(template()).replaceAll("");
        if (!simpleName.equals(TEMPLATE) && word(simpleName).matcher(code).find()) {
            throw new ParameterException("loaderClass is '" + loader.name() + "', but the loader itself uses a class "
                    + simpleName + "; choose another name");
        }
    }

    /**
     * Generates a loader. Its source is ASCII, so that it compiles whatever encoding a module declares.
     *
     * @param loader its name, which must not {@linkplain #requireNoClash clash}
     * @param weights what it loads
     * @param evidence a sentence for its Javadoc: what was measured or proved of these weights
     */
    public static byte[] generate(LoaderClass loader, LoadedWeights weights, String evidence) {
        String header = loader.packageName().isEmpty() ? "" : "package " + loader.packageName() + ";";
        String source = template()
                .replace("package " + PretrainedAdder.class.getPackageName() + ";", header)
                .replace("@EVIDENCE@", evidence)
                .replace("@RESOURCE@", literal(weights.resource()))
                .replace("@SHA256@", weights.sha256());
        source = constant(source, "TENSORS_OFFSET", weights.tensorsOffset());
        source = constant(source, "BITS", weights.bits());
        source = constant(source, "HIDDEN_SIZE", weights.hiddenSize());
        source = word(TEMPLATE).matcher(source).replaceAll(Matcher.quoteReplacement(loader.simpleName()));
        return ascii(source.strip() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String template() {
        try (InputStream in = PretrainedAdder.class.getResourceAsStream(TEMPLATE + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("The source of the loader cannot be read from the plugin's jar", e);
        }
    }

    private static Pattern word(String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
    }

    private static String constant(String source, String name, int value) {
        return source.replaceFirst("(int " + name + " = )\\d+;", "$1" + value + ";");
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String ascii(String source) {
        StringBuilder ascii = new StringBuilder(source.length());
        for (char c : source.toCharArray()) {
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return ascii.toString();
    }
}
