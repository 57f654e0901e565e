package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.weights.Models;
import io.github.rnnadder.weights.TrainedModel;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderSourceTest extends GeneratedLoaderTest {

    private static TrainedModel model;

    @BeforeAll
    static void train() {
        model = Models.model(
                8, Trainer.train(TrainingConfig.DEFAULTS, 1, point -> {}).weights());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Sums | adder",
                "com.acme.PretrainedAdder | META-INF/rnn-adder/com.acme/model",
                "PretrainedAdder | META-INF/PretrainedAdder/PretrainedAdder",
                "PretrainedAdder.PretrainedAdder | @RESOURCE@/@SHA256@/@EVIDENCE@",
                "PretrainedAdder.Größe | größe/数/😀/\u0080/BITS = 9; CERTIFIED = true;",
                "com.acme.A$1 | $0/$1/${a}/\\1",
                "io.github.rnnadder.loader.Sums | package io.github.rnnadder.loader;",
                "com.acme.SHA256$BITS | a\"; b\\\"/\\u0022/\\\\u0022/\\ü/*/ b // c",
                "com.acme.The | 'quoted' %s {0} <p> &amp; {@code x}",
                "com.acme.FINGERPRINT | .Generated(\"@FINGERPRINT@\")/@FINGERPRINT@",
            })
    void whateverItsNamesContainItIsWhatItShouldBe(String name, String resource) throws Exception {
        Path source = generate(name, resource, model, false);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(Files.readString(source)))
                .isTrue();
        Class<?> loader = compile(source, name, resource, model);
        assertThat(LoaderSource.fingerprint(Files.readAllBytes(source))).matches("[0-9a-f]{64}");
        assertThat(LoaderSource.isCompiled(classFile(name), LoaderSource.fingerprint(Files.readAllBytes(source))))
                .isTrue();
        assertThat(add(loader, 37, 91)).isEqualTo(128);
        assertThat(loader.getMethod("bits").invoke(load(loader))).isEqualTo(8);
        assertThat(loader.getMethod("certified").invoke(load(loader))).isEqualTo(false);
        assertThat(Arrays.stream(loader.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(method -> method.getReturnType().getSimpleName() + " " + method.getName()))
                .containsExactlyInAnyOrder(
                        loader.getSimpleName() + " load",
                        "long add",
                        "BigInteger add",
                        "double[] probabilities",
                        "double[] probabilities",
                        "int bits",
                        "boolean certified");
    }

    @Test
    void itsJavadocIsComplete() throws Exception {
        Path source = generate("com.acme.A$1", "\\u0022/*/{@code ", model, false);
        runTool(
                "javadoc",
                "-quiet",
                "-Xdoclint:all",
                "-encoding",
                "US-ASCII",
                "-d",
                directory.resolve("api").toString(),
                source.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8, 16384, 16384, false, true | Measured on every sum of two numbers of 7 bits: 16384 of 16384 are right."
                        + " CERTIFIED: proved right on numbers of any length.",
                "8, 16384, 16384, false, false | Measured on every sum of two numbers of 7 bits: 16384 of 16384 are right."
                        + " Nothing is known about longer numbers; add throws an exception for them.",
                "8, 16000, 16384, false, false | Measured on every sum of two numbers of 7 bits: 16000 of 16384 are right."
                        + " The others are known to be wrong. Nothing is known about longer numbers; add throws an exception for them.",
                "16, 400, 400, true, false | Measured on a sample of the sums of two numbers of 15 bits: 400 of 400 are right."
                        + " Nothing is known about the sums outside the sample. Nothing is known about longer numbers; add throws an exception for them.",
                "16, 400, 400, true, true | Measured on a sample of the sums of two numbers of 15 bits: 400 of 400 are right."
                        + " CERTIFIED: proved right on numbers of any length.",
            })
    void itsJavadocSaysWhatIsKnownAndWhatIsNot(String values, String sentences) throws Exception {
        String[] value = values.split(", ");
        Assessment known = Models.assessed(
                Integer.parseInt(value[0]),
                Long.parseLong(value[1]),
                Long.parseLong(value[2]),
                Boolean.parseBoolean(value[3]),
                Boolean.parseBoolean(value[4]));
        String source = Files.readString(generate("com.acme.Sums", "adder", model, known));
        assertThat(source).contains(" * <p>" + sentences + "\n");
    }

    private byte[] classFile(String name) throws Exception {
        return Files.readAllBytes(directory.resolve("classes").resolve(name.replace('.', '/') + ".class"));
    }

    /** The weights, what is known of them, and the name: a class of another source is a stale one. */
    @Test
    void aClassIsTakenForThatOfItsOwnSourceAlone() throws Exception {
        compile("com.acme.Sums", model, false);
        byte[] classFile = classFile("com.acme.Sums");
        Assessment better = Models.assessed(8, 16384, 16384, false, true);
        Assessment worse = Models.assessed(8, 16383, 16384, false, false);
        String resource = "META-INF/rnn-adder/com.acme/größe.safetensors";
        for (Path other : List.of(
                generate("com.acme.Sums", resource, model, better),
                generate("com.acme.Sums", resource, model, worse),
                generate("com.acme.Sums", "other", model, false),
                generate("com.acme.Sums", resource, Models.model(9, model.weights()), false),
                generate("com.acme.Other", resource, model, false))) {
            assertThat(LoaderSource.isCompiled(classFile, LoaderSource.fingerprint(Files.readAllBytes(other))))
                    .isFalse();
        }
        Path own = generate("com.acme.Sums", resource, model, false);
        assertThat(LoaderSource.isCompiled(classFile, LoaderSource.fingerprint(Files.readAllBytes(own))))
                .isTrue();
    }

    /** JaCoCo requires an annotation in the class file with a name that contains Generated. */
    @Test
    void coverageToolsLeaveItOut() throws Exception {
        Class<?> loader = compile("com.acme.Sums", model, false);
        byte[] file = Files.readAllBytes(directory.resolve("classes/com/acme/Sums.class"));
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains("RuntimeInvisibleAnnotations", "Lcom/acme/Sums$Generated;");
        assertThat(loader.getDeclaredAnnotations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.String", "BigInteger", "com.acme.ByteArrayOutputStream", "Long", "a.Generated"})
    void aNameThatTheLoaderItselfNeedsIsRefusedInOneSentence(String name) {
        assertThatThrownBy(() -> LoaderSource.requireNoClash(new LoaderClass(name)))
                .isInstanceOf(ParameterException.class)
                .hasMessage("loaderClass is '" + name + "', but the loader itself uses the name "
                        + name.substring(name.lastIndexOf('.') + 1) + "; choose another name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.PretrainedAdder", "com.acme.Operand", "The", "com.acme.String$"})
    void aNameThatItOnlyMentionsIsNot(String name) {
        LoaderSource.requireNoClash(new LoaderClass(name));
    }
}
