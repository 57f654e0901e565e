package io.github.rnnadder.loader;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Generates the source of a loader from the source of {@link PretrainedAdder}, which the plugin's jar contains. */
public final class LoaderSource {

    private static final String TEMPLATE = PretrainedAdder.class.getSimpleName();

    private static final Pattern NOT_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);

    private static final String FINGERPRINT = "@FINGERPRINT@";

    private static final String ANNOTATION = ".Generated(\"";

    private LoaderSource() {}

    /**
     * Checks that a loader can have this name.
     *
     * @throws ParameterException if the source of the loader already uses the simple name for something else
     */
    public static void requireNoClash(LoaderClass loader) {
        String simpleName = loader.simpleName();
        String code = NOT_CODE.matcher(template()).replaceAll("");
        if (!simpleName.equals(TEMPLATE)
                && Pattern.compile("(?<![\\w$])" + Pattern.quote(simpleName) + "(?![\\w$])")
                        .matcher(code)
                        .find()) {
            throw new ParameterException("loaderClass is '" + loader.name() + "', but the loader itself uses the name "
                    + simpleName + "; choose another name");
        }
    }

    /**
     * Generates a loader. The source is pure ASCII, so it compiles with any source encoding that a module may declare.
     *
     * @param loader the name of the loader, which must pass {@link #requireNoClash}
     * @param resource the path of the weights on the class path
     * @param safetensors the whole content of the weights file
     * @param model the network in that file
     */
    public static byte[] generate(LoaderClass loader, String resource, byte[] safetensors, TrainedModel model) {
        String ownPackage = "package " + PretrainedAdder.class.getPackageName() + ";\n\n";
        boolean certified = model.assessment().certificate().isPresent();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(ownPackage, loader.packageName().isEmpty() ? "" : "package " + loader.packageName() + ";\n\n");
        values.put("@EVIDENCE@", model.assessment().sentences());
        values.put("@RESOURCE@", literal(resource));
        values.put("@SHA256@", Sha256.of(safetensors));
        values.put("TENSORS_OFFSET = 0;", "TENSORS_OFFSET = " + SafetensorsWeights.tensorsOffset(safetensors) + ";");
        values.put("BITS = 8;", "BITS = " + model.bits() + ";");
        values.put("HIDDEN_SIZE = 16;", "HIDDEN_SIZE = " + model.weights().hiddenSize() + ";");
        values.put("CERTIFIED = false;", "CERTIFIED = " + certified + ";");
        values.put(TEMPLATE, loader.simpleName());
        String source = ascii(fill(template(), values));
        // The first match is in the annotation; only Javadoc and names come before it.
        return source.replaceFirst(FINGERPRINT, Sha256.of(source.getBytes(StandardCharsets.US_ASCII)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the fingerprint in a generated source. The class file compiled from it contains the same fingerprint. */
    public static String fingerprint(byte[] source) {
        String text = new String(source, StandardCharsets.US_ASCII);
        int begin = text.indexOf(ANNOTATION) + ANNOTATION.length();
        return text.substring(begin, text.indexOf('"', begin));
    }

    /** Returns whether a class file was compiled from the source with this fingerprint. */
    public static boolean isCompiled(byte[] classFile, String fingerprint) {
        return new String(classFile, StandardCharsets.ISO_8859_1).contains(fingerprint);
    }

    /** Replaces each key by its value, in one pass, so that no key is looked for inside a value. */
    private static String fill(String template, Map<String, String> values) {
        String any = values.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(any)
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(), "")));
    }

    private static String template() {
        try (InputStream in = PretrainedAdder.class.getResourceAsStream(TEMPLATE + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("The source of the loader cannot be read from the plugin's jar", e);
        }
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String ascii(String source) {
        return source.chars()
                .mapToObj(c -> c < 0x80
                        ? Character.toString(c)
                        : "\\u" + HexFormat.of().toHexDigits((char) c))
                .collect(Collectors.joining());
    }
}
