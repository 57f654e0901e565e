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
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates the source of a loader. The template is the source of {@link PretrainedAdder}, which the plugin's jar contains. */
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
                && Pattern.compile(word(simpleName)).matcher(code).find()) {
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
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                "^package .*;\n+", loader.packageName().isEmpty() ? "" : "package " + loader.packageName() + ";\n\n");
        values.put("@EVIDENCE@", model.assessment().sentences());
        values.put("@RESOURCE@", literal(resource));
        values.put("@SHA256@", Sha256.of(safetensors));
        values.put("(?<= TENSORS_OFFSET = )[^;]+", String.valueOf(SafetensorsWeights.tensorsOffset(safetensors)));
        values.put("(?<= BITS = )[^;]+", String.valueOf(model.bits()));
        values.put("(?<= HIDDEN_SIZE = )[^;]+", String.valueOf(model.weights().hiddenSize()));
        values.put(
                "(?<= CERTIFIED = )[^;]+",
                String.valueOf(model.assessment().certificate().isPresent()));
        values.put(word(TEMPLATE), loader.simpleName());
        String source = ascii(fill(template(), values));
        // The first match is in the annotation; only Javadoc and names come before it.
        return source.replaceFirst(FINGERPRINT, Sha256.of(source.getBytes(StandardCharsets.US_ASCII)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the fingerprint in a generated source. The class file compiled from the source contains the same fingerprint. */
    public static String fingerprint(byte[] source) {
        String text = new String(source, StandardCharsets.US_ASCII);
        int begin = text.indexOf(ANNOTATION) + ANNOTATION.length();
        return text.substring(begin, text.indexOf('"', begin));
    }

    /** Returns whether a class file was compiled from the source with this fingerprint. */
    public static boolean isCompiled(byte[] classFile, String fingerprint) {
        return new String(classFile, StandardCharsets.ISO_8859_1).contains(fingerprint);
    }

    /** Replaces the matches of each pattern by its value, in one pass, so that no pattern matches inside a value. */
    private static String fill(String template, Map<String, String> values) {
        String any = values.keySet().stream().collect(Collectors.joining(")|(", "(", ")"));
        List<String> replacements = List.copyOf(values.values());
        return Pattern.compile(any)
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(replacements.get(group(found))));
    }

    private static int group(MatchResult found) {
        return IntStream.range(0, found.groupCount())
                .filter(i -> found.group(i + 1) != null)
                .findFirst()
                .orElseThrow();
    }

    private static String template() {
        try (InputStream in = PretrainedAdder.class.getResourceAsStream(TEMPLATE + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("The source of the loader cannot be read from the plugin's jar", e);
        }
    }

    /** Returns a pattern that matches a name, but not as part of a longer name. */
    private static String word(String name) {
        return "(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])";
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String ascii(String source) {
        StringBuilder ascii = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return ascii.toString();
    }
}
