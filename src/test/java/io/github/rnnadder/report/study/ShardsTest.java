package io.github.rnnadder.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.files.AtomicFiles;
import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.model.config.TrainingConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"csv, csv, csv", "json, json, json", "json, csv, json"})
    void shardsMergeToTheBytesOfOneRun(String first, String second, String third) throws Exception {
        Study whole = Studies.train(7, 6, 2);
        Study merged = Shards.merge(List.of(
                shard("c", 11, 2).resolve("study." + third),
                shard("a", 7, 1).resolve("study." + first),
                shard("b", 8, 3).resolve("study." + second)));
        assertThat(Studies.csv(merged)).isEqualTo(Studies.csv(whole));
        assertThat(Studies.json(merged)).isEqualTo(Studies.json(whole));
        assertThat(new StudyTable(merged).markdown()).isEqualTo(new StudyTable(whole).markdown());
    }

    @Test
    void shardsWithVerdictsMergeToTheBytesOfOneRun() throws Exception {
        Study whole = Studies.train(Studies.CERTIFYING, 1, 2, 2);
        Path a = shard("a", Studies.train(Studies.CERTIFYING, 1, 1, 2));
        Path b = shard("b", Studies.train(Studies.CERTIFYING, 2, 1, 1));
        for (String ending : List.of("csv", "json")) {
            Study merged = Shards.merge(List.of(b.resolve("study." + ending), a.resolve("study." + ending)));
            assertThat(Studies.csv(merged))
                    .isEqualTo(Studies.csv(whole))
                    .asString()
                    .contains(",COUNTEREXAMPLE,");
            assertThat(Studies.json(merged)).isEqualTo(Studies.json(whole));
            assertThat(new StudyTable(merged).markdown()).isEqualTo(new StudyTable(whole).markdown());
        }
    }

    @Test
    void theVerdictIsAColumnOnlyWhereTheStudyCertifies() throws Exception {
        String columns = "initializer,seed,finalAccuracy,firstPerfectWindow,correctSums,totalSums,loss,diverged%s,bits,"
                + "hiddenSize,learningRate,iterations,weightDecay%s,curveInterval,pluginVersion,windowAccuracy,windowError";
        assertThat(csv(Studies.train(Studies.brief(false), 1, 1, 2))).startsWith(columns.formatted("", "") + "\n");
        assertThat(csv(Studies.train(Studies.brief(true), 1, 1, 2)))
                .startsWith(columns.formatted(",verdict", ",certify") + "\n");
    }

    @Test
    void aStudyThatCertifiesAndOneThatDoesNotAreDifferentStudies() throws Exception {
        Path certified = shard("a", Studies.train(Studies.brief(true), 1, 1, 2)).resolve("study.csv");
        Path plain = shard("b", Studies.train(Studies.brief(false), 2, 1, 2)).resolve("study.json");
        assertRefused(
                () -> Shards.merge(List.of(certified, plain)),
                certified + " and " + plain + " are of different studies: certify true and false");
        assertRefused(
                () -> Shards.merge(List.of(plain, certified)),
                plain + " and " + certified + " are of different studies: certify false and true");
    }

    @Test
    void aVerdictThatIsNoneIsAnError() throws Exception {
        Path csv = shard("a", Studies.train(Studies.brief(true), 1, 1, 2)).resolve("study.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst("COUNTEREXAMPLE", ""));
        assertRefused(
                () -> Shards.merge(List.of(csv)),
                csv + ", line 2: verdict is ''; allowed is one of CERTIFIED, COUNTEREXAMPLE, UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"csv", "json"})
    void aRunThatDivergedComesBackToo(String ending) throws Exception {
        Study study = Studies.train(Studies.diverging(), 1, 2, 2);
        assertThat(study.runs()).anyMatch(Run::diverged).noneMatch(Run::perfect);
        new StudyFiles(directory, new AtomicFiles(directory.resolve("work"))).write(study);
        assertThat(Shards.merge(List.of(directory.resolve("study." + ending)))).isEqualTo(study);
    }

    @Test
    void aSeedThatTwoShardsHoldIsAnError() throws Exception {
        Path a = shard("a", 1, 3).resolve("study.csv");
        Path b = shard("b", 3, 2).resolve("study.json");
        assertRefused(
                () -> Shards.merge(List.of(a, b)),
                a + " and " + b + " both hold seed 3 of uniform-fan-in; every run is allowed once");
    }

    @Test
    void aGapBetweenShardsIsAnErrorThatSaysWhatToRun() throws Exception {
        Path a = shard("a", 1, 2).resolve("study.csv");
        Path b = shard("b", 5, 1).resolve("study.csv");
        assertRefused(
                () -> Shards.merge(List.of(a, b)),
                "Seeds 3 to 4 are missing between the shards; run them again with firstSeed 3 and seeds 2");
    }

    @Test
    void aShardWithoutAnInitializerIsAnError() throws Exception {
        Path csv = edited("csv", text -> text.replaceAll("(?m)^uniform-symmetric.*\n", ""));
        assertRefused(
                () -> Shards.merge(List.of(csv)),
                csv + " holds seed 1 but not that of uniform-symmetric; a shard has every initializer");
    }

    @Test
    void shardsOfDifferentConfigsAreAnError() throws Exception {
        Path a = shard("a", 1, 1).resolve("study.csv");
        Path b = directory.resolve("b");
        new StudyFiles(b, new AtomicFiles(directory.resolve("work")))
                .write(Studies.train(TrainingConfig.DEFAULTS, 2, 1, 2));
        assertRefused(
                () -> Shards.merge(List.of(a, b.resolve("study.json"))),
                a + " and " + b.resolve("study.json")
                        + " are of different studies: bits 4 and 8, hiddenSize 8 and 16, learningRate 0.5 and 0.1,"
                        + " iterations 3000 and 20000, curveInterval 500 and 1000");
    }

    @Test
    void whatIsNoShardIsAnErrorInOneSentence() throws Exception {
        assertRefused("csv", text -> "", " holds no run; expected a header and a line for each run");
        assertRefused(
                "json",
                text -> "[]",
                ", line 1, column 1: found a list; allowed is 'rnn-adder-study' with conditions and runs");
        assertRefused("json", text -> "{}", " holds no run; expected 'rnn-adder-study' with conditions and runs");
        assertRefused(
                "json",
                text -> text.replace("rnn-adder-study", "rnn-adder-weights"),
                ": format is the string \"rnn-adder-weights\"; allowed is \"rnn-adder-study\"");
        assertRefused("json", text -> text.substring(0, text.indexOf("]")), ": malformed JSON: ");
        assertRefused("csv", text -> text.replaceFirst(",true|,false", ""), ", line 2: found 16 cells");
        assertRefused(
                "csv",
                text -> text.replace(",windowError", ",error"),
                ", line 2: 'windowError' is missing; expected a file that the goal study wrote");
        assertRefused("csv", text -> text.replaceFirst("fan-in,1", "fan-in,1.5"), ", line 2: seed is '1.5'; allowed");
        assertRefused(
                "csv",
                text -> text.replaceFirst("fan-in,1", "fan,1"),
                ", line 2: initializer is 'uniform-fan'; allowed is one of uniform-fan-in, uniform-symmetric");
        assertRefused(
                "json", text -> text.replaceFirst("\"loss\" : ", "$0\"NaN\", \"x\" : "), "loss is 'NaN'; allowed");
        assertRefused("csv", text -> text.replaceFirst(" [0-9.]+\n", "\n"), "windowAccuracy has 6 points and windowE");
        assertRefused(
                "csv",
                text -> text.replaceFirst("(fan-in,1),[0-9.]+", "$1,0.001"),
                ", line 2: finalAccuracy is 0.001; ");
    }

    @Test
    void aFileThatIsNotThereOrOfAnotherKindIsAnError() throws Exception {
        Path absent = directory.resolve("absent.csv");
        assertRefused(
                () -> Shards.merge(List.of(absent)), absent + " does not exist; expected the CSV or JSON of a shard");
        Path text = directory.resolve("study.txt");
        assertRefused(
                () -> Shards.merge(List.of(text)),
                text + " ends neither in .csv nor in .json; its ending says how to read it");
        Path binary = Files.write(directory.resolve("binary.csv"), new byte[] {(byte) 0xff, 0});
        assertRefused(
                () -> Shards.merge(List.of(binary)),
                binary + " is not UTF-8 text; expected the CSV or JSON of a shard");
    }

    private Path shard(String name, long firstSeed, int seeds) throws IOException, InterruptedException {
        return shard(name, Studies.train(firstSeed, seeds, 2));
    }

    private Path shard(String name, Study study) throws IOException {
        Path shard = directory.resolve(name);
        new StudyFiles(shard, new AtomicFiles(directory.resolve("work"))).write(study);
        return shard;
    }

    private static String csv(Study study) throws IOException {
        return new String(Studies.csv(study), StandardCharsets.UTF_8);
    }

    private Path edited(String ending, UnaryOperator<String> edit) throws IOException, InterruptedException {
        Path file = shard("edited", 1, 1).resolve("study." + ending);
        return Files.writeString(file, edit.apply(Files.readString(file)), StandardCharsets.UTF_8);
    }

    private void assertRefused(String ending, UnaryOperator<String> edit, String sentence) throws Exception {
        Path file = edited(ending, edit);
        assertThatThrownBy(() -> Shards.merge(List.of(file)))
                .isInstanceOf(StudyException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(sentence);
    }

    private static void assertRefused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(UserErrorException.class).hasMessage(sentence);
    }
}
