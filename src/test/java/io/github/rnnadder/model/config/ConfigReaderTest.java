package io.github.rnnadder.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    @TempDir
    Path directory;

    private TrainingConfig read(String name, String text) throws Exception {
        return ConfigReader.read(ConfigSource.read(Files.writeString(directory.resolve(name), text)));
    }

    private void refuses(String name, String text, String sentence) {
        assertThatThrownBy(() -> read(name, text))
                .isInstanceOf(ConfigException.class)
                .hasMessage(directory.resolve(name) + sentence);
    }

    @Test
    void everyKeyIsReadFromYaml() throws Exception {
        String text = """
                bits: 12
                hiddenSize: 32
                initializer: uniform-symmetric
                learningRate: 0.05
                iterations: 5000
                seed: -3
                restarts: 4
                accuracyThreshold: 99.5%
                weightDecay: 1e-3
                certify: true
                curveInterval: 500
                """;
        assertThat(read("adder.yaml", text))
                .isEqualTo(new TrainingConfig(
                        12, 32, Initializer.UNIFORM_SYMMETRIC, 0.05, 5000, -3, 4, 0.995, 0.001, true, 500));
    }

    @Test
    void theSameKeysAreReadFromJson() throws Exception {
        assertThat(read("adder.json", "{\"bits\": 12, \"accuracyThreshold\": \"99.5%\", \"weightDecay\": 1e-3}"))
                .isEqualTo(read("adder.yml", "{bits: 12, accuracyThreshold: '99.5%', weightDecay: 0.001}"));
    }

    @Test
    void anEmptyMappingAsksForTheDefaultsOfTheContract() throws Exception {
        assertThat(read("adder.yaml", "{}"))
                .isEqualTo(new TrainingConfig(
                        8, 16, Initializer.UNIFORM_FAN_IN, 0.1, 20_000, 1, 0, 1.0, 0.0, false, 1000));
    }

    @Test
    void aByteOrderMarkIsNoError() throws Exception {
        assertThat(read("adder.yaml", "\uFEFFbits: 9").bits()).isEqualTo(9);
        assertThat(read("adder.json", "\uFEFF{\"bits\": 9}").bits()).isEqualTo(9);
    }

    @Test
    void aConfigOfTheLargestSizeIsReadAndNoLargerOne() throws Exception {
        String largest = "bits: 9\n#" + "x".repeat(65_536 - 9);
        assertThat(read("adder.yaml", largest).bits()).isEqualTo(9);
        assertThatThrownBy(() -> read("adder.yaml", largest + "x"))
                .hasMessageEndingWith(" has 65537 bytes; expected a YAML or JSON file, of at most 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bits: 63 | line 1, column 7: bits is 63; it must be an integer from 2 to 62",
                "bits: 16.5 | line 1, column 7: bits is 16.5; it must be an integer from 2 to 62",
                "bits: 8.0 | line 1, column 7: bits is 8.0; it must be an integer from 2 to 62",
                "bits: eight | line 1, column 7: bits is 'eight'; it must be an integer from 2 to 62",
                "bits: \"8\" | line 1, column 7: bits is \"8\"; it must be an integer from 2 to 62",
                "bits: true | line 1, column 7: bits is true; it must be an integer from 2 to 62",
                "bits: 0x10 | line 1, column 7: bits is 0x10; it must be an integer from 2 to 62",
                "bits: 010 | line 1, column 7: bits is 010; it must be an integer from 2 to 62",
                "bits: 1_0 | line 1, column 7: bits is 1_0; it must be an integer from 2 to 62",
                "bits: ~ | line 1, column 7: bits is null; it must be an integer from 2 to 62",
                "bits: | line 1, column 6: bits is empty; it must be an integer from 2 to 62",
                "bits: [8] | line 1, column 7: bits is a list; it must be an integer from 2 to 62",
                "bits: {a: 8} | line 1, column 7: bits is a mapping; it must be an integer from 2 to 62",
                "learningRate: 0 | line 1, column 15: learningRate is 0; it must be a number above 0, at most 10",
                "learningRate: .nan | line 1, column 15: learningRate is .nan; it must be a number above 0, at most 10",
                "learningRate: .inf | line 1, column 15: learningRate is .inf; it must be a number above 0, at most 10",
                "learningRate: 1e999 | line 1, column 15: learningRate is 1e999; it must be a number above 0, at most 10",
                "weightDecay: -0.1 | line 1, column 14: weightDecay is -0.1; it must be a number from 0 to 1",
                "certify: yes | line 1, column 10: certify is yes; it must be true or false",
                "certify: 1 | line 1, column 10: certify is 1; it must be true or false",
                "certify: \"true\" | line 1, column 10: certify is \"true\"; it must be true or false",
                "certify: tRue | line 1, column 10: certify is 'tRue'; it must be true or false",
                "accuracyThreshold: [50%] | line 1, column 20: accuracyThreshold is a list; it must be a fraction from 0 to 1 such as 0.995, or a percentage such as \"99.5%\"",
                "initializer: {} | line 1, column 14: initializer is a mapping; it must be one of uniform-fan-in, uniform-symmetric, uniform-positive",
                "certify: 'false' | line 1, column 10: certify is \"false\"; it must be true or false",
                "learningRate: 1f | line 1, column 15: learningRate is '1f'; it must be a number above 0, at most 10",
                "learningRate: 0x1p-3 | line 1, column 15: learningRate is '0x1p-3'; it must be a number above 0, at most 10",
                "learningRate: . | line 1, column 15: learningRate is '.'; it must be a number above 0, at most 10",
                "learningRate: e1 | line 1, column 15: learningRate is 'e1'; it must be a number above 0, at most 10",
                "learningRate: 01 | line 1, column 15: learningRate is 01; it must be a number above 0, at most 10",
                "learningRate: '1' | line 1, column 15: learningRate is \"1\"; it must be a number above 0, at most 10",
                "learningRate: 10.000000000000002 | line 1, column 15: learningRate is 10.000000000000002; it must be a number above 0, at most 10",
                "initializer: xavier | line 1, column 14: initializer is 'xavier'; it must be one of uniform-fan-in, uniform-symmetric, uniform-positive",
                "seed: 9223372036854775808 | line 1, column 7: seed is 9223372036854775808; it must be an integer from -9223372036854775808 to 9223372036854775807",
                "hidden_size: 4 | line 1, column 1: unknown key 'hidden_size'; did you mean 'hiddenSize'?",
                "learnigRate: 4 | line 1, column 1: unknown key 'learnigRate'; did you mean 'learningRate'?",
                "bits: !!java.net.URL x | line 1, column 7: found an anchor, alias or tag; none is allowed here, write the plain value",
                "bits: &x 8 | line 1, column 7: found an anchor, alias or tag; none is allowed here, write the plain value",
                "bits: *x | line 1, column 7: found an anchor, alias or tag; none is allowed here, write the plain value",
                "&x {bits: 8} | line 1, column 1: found an anchor, alias or tag; none is allowed here, write the plain value",
                "!!map {bits: 8} | line 1, column 1: found an anchor, alias or tag; none is allowed here, write the plain value",
                "&k bits: 8 | line 1, column 1: found an anchor, alias or tag; none is allowed here, write the plain value",
                "? &k bits | line 1, column 3: found an anchor, alias or tag; none is allowed here, write the plain value",
                "!!str bits: 8 | line 1, column 1: found an anchor, alias or tag; none is allowed here, write the plain value",
                "*k : 8 | line 1, column 1: found an anchor, alias or tag; none is allowed here, write the plain value",
                "bits: \"8 | line 1, column 9: malformed YAML while scanning a quoted scalar: found unexpected end of stream",
                "bits: 8 : 9 | line 1, column 9: malformed YAML: mapping values are not allowed here",
                "bits 8 | line 1, column 1: found 'bits 8' at the top; a config is a mapping of keys to values",
                "{bits: 8, bits: 8} | line 1, column 11: duplicate key 'bits'; each key is allowed once",
                "[bits]: 8 | line 1, column 1: found a list; a key is a word such as bits",
                "- 8 | line 1, column 1: found a list at the top; a config is a mapping of keys to values",
            },
            quoteCharacter = '`')
    void anErrorInYamlIsPlacedAndSaysWhatIsAllowed(String text, String sentence) {
        refuses("adder.yaml", text, ", " + sentence);
    }

    @Test
    void aLearningCurveHasAtMostAHundredThousandPoints() throws Exception {
        String allowed = "; with 3000000 iterations it must be at least 30, which makes at most 100000 points of the"
                + " learning curve";
        refuses(
                "adder.yaml",
                "curveInterval: 29 # before the iterations\niterations: 3000000\n",
                ", line 1, column 16: curveInterval is 29" + allowed);
        refuses(
                "adder.json",
                "{\"iterations\": 3000000,\n \"curveInterval\": 1}",
                ", line 2, column 19: curveInterval is 1" + allowed);
        refuses(
                "adder.yaml",
                "{iterations: 100001, curveInterval: 1}",
                ", line 1, column 37: curveInterval is 1; with 100001 iterations it must be at least 2, which makes at"
                        + " most 100000 points of the learning curve");
        assertThat(read("adder.yaml", "{iterations: 3000000, curveInterval: 30}")
                        .curveInterval())
                .isEqualTo(30);
        assertThat(read("adder.yaml", "{iterations: 100000, curveInterval: 1}").curveInterval())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "100000000, 1000", "100000001, 2000", "150000000, 2000", "1000000000, 10000"})
    void theDefaultOfTheCurveIntervalIsRoundAndNeverTooSmall(int iterations, int curveInterval) throws Exception {
        assertThat(read("adder.yaml", "iterations: " + iterations).curveInterval())
                .isEqualTo(curveInterval);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"bits\": 8, \"bits\": 9} | line 1, column 19: malformed JSON: Duplicate field 'bits'",
                "{\"bits\": 8} {} | line 1, column 13: found an object; it must be one document, and nothing after it",
                "{\"bits\": 8,} | line 1, column 12: malformed JSON: Unexpected character ('}' (code 125))",
                "{\"bits\": null} | line 1, column 10: bits is null; it must be an integer from 2 to 62",
                "{\"learningRate\": NaN} | line 1, column 21: malformed JSON: Non-standard token 'NaN'",
                "{\"bits\": \"8\"} | line 1, column 10: bits is the string \"8\"; it must be an integer from 2 to 62",
                "{\"certify\": \"true\"} | line 1, column 13: certify is the string \"true\"; it must be true or false",
                "\" \" | line 1, column 1: found the string \" \"; it must be a mapping of keys to values",
            },
            quoteCharacter = '`')
    void anErrorInJsonIsPlacedToo(String text, String sentence) {
        refuses("adder.json", text, ", " + sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "bit, bits",
        "bats, bits",
        "b-i-t-s, bits",
        "curve-interval, curveInterval",
        "Curve.Interval, curveInterval",
        "crvintrvl, curveInterval",
        "accuracy threshold, accuracyThreshold",
        "accuracy, ",
        "bi, ",
        "siid, ",
        "thresholdaccuracy, "
    })
    void aKeyThatIsLittleWrongIsTakenForAMisspelling(String wrong, String meant) {
        String advice = meant == null
                ? "the keys are " + String.join(", ", ConfigKey.names())
                : "did you mean '" + meant + "'?";
        refuses("adder.yaml", wrong + ": 8", ", line 1, column 1: unknown key '" + wrong + "'; " + advice);
    }

    @ParameterizedTest
    @CsvSource({"True, true", "TRUE, true", "False, false", "false, false"})
    void aSwitchMayBeWrittenInAnyCaseOfYaml(String written, boolean certify) throws Exception {
        assertThat(read("adder.yaml", "certify: " + written).certify()).isEqualTo(certify);
    }

    @ParameterizedTest
    @CsvSource({".5, 0.5", "1., 1", "+1e-3, 0.001", "1E1, 10", "4.9e-324, 4.9e-324"})
    void aNumberMayBeWrittenInEveryCommonWay(String written, double rate) throws Exception {
        assertThat(read("adder.yaml", "learningRate: " + written).learningRate())
                .isEqualTo(rate);
    }

    @Test
    void aNegativeZeroIsTheSameConfigAsZero() throws Exception {
        assertThat(read("adder.yaml", "weightDecay: -0.0")).isEqualTo(TrainingConfig.DEFAULTS);
    }

    /** To the YAML parser every such character is at line 1, column 1. */
    @ParameterizedTest
    @CsvSource({"'bits: ', 1, 7", "'# 😀', 1, 4", "'bits: 8\nseed: ', 2, 7", "'bits: 8\r\n\r\n', 3, 1"})
    void aControlCharacterIsPlaced(String before, int line, int column) {
        String place = ", line " + line + ", column " + column + ": malformed YAML: found the character U+";
        refuses("adder.yaml", before + "\u0007", place + "0007; a config is printable text");
        for (int end : new int[] {0x85, 0x2028, 0x2029, '\r'}) {
            refuses(
                    "adder.yaml",
                    before + Character.toString(end) + "accuracyThreshold: 0",
                    place + "%04X; a config ends its lines with LF or CRLF".formatted(end));
        }
        refuses("adder.yaml", before + "\r", place + "000D; a config ends its lines with LF or CRLF");
    }

    @Test
    void theLineIsCountedAcrossCommentsAndOtherAlphabets() {
        refuses(
                "adder.yaml",
                "# 𝔸𝔹 ünïcode\nbits: 8 # 😀\n\nhiddenSize: '4'\n",
                ", line 4, column 13: hiddenSize is \"4\"; it must be an integer from 1 to 512");
    }

    @Test
    void aSecondDocumentIsRefused() {
        refuses("adder.yaml", "bits: 8\n---\nbits: 9\n", ", line 2, column 1: found another document; one is allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "# nothing\n", "---\n", "null"})
    void aFileWithoutADocumentSaysHowToAskForTheDefaults(String text) {
        refuses("adder.yaml", text, " holds no document; write {} to ask for the defaults");
    }

    @ParameterizedTest
    @CsvSource({"adder.txt", "adder", "yaml"})
    void anotherEndingIsRefused(String name) {
        refuses(name, "{}", " ends neither in .yaml, .yml nor .json; its ending says how to read it");
    }

    @Test
    void anotherEncodingIsRefused() throws Exception {
        Path file = directory.resolve("adder.yaml");
        Files.write(file, "# Größe\nbits: 8".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ConfigReader.read(ConfigSource.read(file)))
                .hasMessage(file + " is not UTF-8 text; a config is written in UTF-8");
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(file, "bits: 8".getBytes(wide));
            assertThatThrownBy(() -> ConfigReader.read(ConfigSource.read(file)))
                    .hasMessageStartingWith(file + " holds NUL characters");
        }
    }

    @Test
    void hostileDocumentsAreRefusedInOneSentence() {
        refuses(
                "deep.yaml",
                "[".repeat(5000),
                ", line 1, column 1: found a list at the top; a config is a mapping of keys to values");
        refuses(
                "deep.json",
                "{\"bits\":" + "[".repeat(5000),
                ", line 1, column 9: bits is a list; it must be an integer from 2 to 62");
        refuses(
                "bomb.yaml",
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                ", line 1, column 1: unknown key 'a'; the keys are " + String.join(", ", ConfigKey.names()));
        refuses(
                "name.json",
                "{\"" + "k".repeat(60_000) + "\": 1}",
                ", line 1, column 2: unknown key '" + "k".repeat(60) + "… (60000 characters)'; the keys are "
                        + String.join(", ", ConfigKey.names()));
        refuses(
                "digits.json",
                "{\"seed\":" + "9".repeat(5000) + "}",
                ", line 1, column 9: seed is " + "9".repeat(60)
                        + "… (5000 characters); it must be an integer from -9223372036854775808 to 9223372036854775807");
    }
}
