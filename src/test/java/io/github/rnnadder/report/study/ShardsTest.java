package io.github.rnnadder.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Accuracy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardsTest {

    @TempDir
    Path directory;

    @Test
    void shardsMergeToTheBytesOfOneRun() throws Exception {
        assertMerge(Studies.train(7, 6, 2), shard("c", 11, 2), shard("a", 7, 1), shard("b", 8, 3));
        Study certified = Studies.train(Studies.CERTIFYING, 1, 2, 2);
        assertMerge(
                certified,
                shard("e", Studies.train(Studies.CERTIFYING, 2, 1, 1)),
                shard("d", Studies.train(Studies.CERTIFYING, 1, 1, 2)));
        assertThat(csv(certified)).contains(",COUNTEREXAMPLE,");
        Study diverged = Studies.train(Studies.diverging(), 1, 2, 2);
        assertThat(diverged.runs()).anyMatch(Run::diverged).noneMatch(Run::perfect);
        assertMerge(diverged, shard("f", diverged));
    }

    private static void assertMerge(Study whole, Path... shards) throws Exception {
        Study merged = Shards.merge(List.of(shards));
        assertThat(csv(merged)).isEqualTo(csv(whole));
        assertThat(new StudyTable(merged).markdown()).isEqualTo(new StudyTable(whole).markdown());
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
    void partsThatAreNotOneStudyAreRefused() throws Exception {
        Path a = shard("a", 1, 3);
        Path again = shard("b", 3, 2);
        Path later = shard("c", 6, 1);
        Path other = shard("d", Studies.train(TrainingConfig.DEFAULTS, 2, 1, 2));
        Path plain = shard("e", Studies.train(Studies.brief(false), 2, 1, 2));
        Path certified = shard("f", Studies.train(Studies.brief(true), 1, 1, 2));
        Path incomplete = edited(text -> text.replaceAll("(?m)^uniform-symmetric.*\n", ""));
        assertRefused(
                List.of(a, again),
                a + " and " + again + " both hold seed 3 of uniform-fan-in; every run is allowed once");
        assertRefused(
                List.of(a, later),
                "Seeds 4 to 5 are missing between the shards; run them again with firstSeed 4 and seeds 2");
        assertRefused(
                List.of(incomplete),
                incomplete + " holds seed 1 but not that of uniform-symmetric; a shard has every initializer");
        assertRefused(
                List.of(a, other),
                a + " and " + other
                        + " are of different studies: bits 4 and 8, hiddenSize 8 and 16, learningRate 0.5 and 0.1,"
                        + " iterations 3000 and 20000, curveInterval 500 and 1000");
        assertRefused(
                List.of(certified, plain),
                certified + " and " + plain + " are of different studies: certify true and false");
        assertRefused(
                List.of(plain, certified),
                plain + " and " + certified + " are of different studies: certify false and true");
    }

    @Test
    void aVerdictThatIsNoneIsAnError() throws Exception {
        Path csv = shard("a", Studies.train(Studies.brief(true), 1, 1, 2));
        Files.writeString(csv, Files.readString(csv).replaceFirst("COUNTEREXAMPLE", ""));
        assertRefused(
                List.of(csv), csv + ", line 2: verdict is ''; it must be one of CERTIFIED, COUNTEREXAMPLE, UNKNOWN");
    }

    @Test
    void whatIsNoShardIsAnErrorInOneSentence() throws Exception {
        assertRefused(text -> "", " holds no run; expected a header and a line for each run");
        assertRefused(text -> text.replaceFirst(",true|,false", ""), ", line 2: found 16 cells");
        assertRefused(
                text -> text.replace(",windowError", ",error"),
                ", line 2: 'windowError' is missing; expected a file that the goal study wrote");
        assertRefused(
                text -> text.replaceFirst("positive,1", "positive,1.5"),
                ", line 4: seed is '1.5'; it must be an integer");
        assertRefused(text -> text.replaceFirst("\nuniform-sy", "\n$0"), ", line 3: found nothing; expected a run");
        assertRefused(text -> "a".repeat((8 << 20) + 1), ", line 1: it has more than 8388608 characters; no run");
        assertRefused(
                text -> text.replaceFirst("fan-in,1", "fan,1"),
                ", line 2: initializer is 'uniform-fan'; it must be one of uniform-fan-in, uniform-symmetric");
        assertRefused(text -> text.replaceFirst(",64,[^,]+,(true|false)", ",64,NaN,$1"), "loss is 'NaN'; it must be");
        assertRefused(text -> text.replaceFirst(" [0-9.]+\n", "\n"), "windowAccuracy has 6 points and windowE");
        assertRefused(
                text -> text.replaceFirst("(fan-in,1),[0-9.]+", "$1,0.001"), ", line 2: finalAccuracy is 0.001; ");
    }

    @Test
    void theLinesMayEndAsOnWindows() throws Exception {
        Path csv = edited(text -> text.replace("\n", "\r\n"));
        assertThat(Shards.merge(List.of(csv))).isEqualTo(Studies.train(1, 1, 2));
    }

    /** Not only of one shard, and the more points a curve may have, the fewer. */
    @Test
    void moreSeedsThanAStudyMayHaveAreRefused() throws Exception {
        TrainingConfig config = new TrainingConfig(4, 8, Initializer.UNIFORM_FAN_IN, 1, 100_000, 1, 0, 1, 0, false, 1);
        List<Run> runs = LongStream.rangeClosed(1, 21)
                .mapToObj(seed -> new Run(
                        Initializer.UNIFORM_POSITIVE,
                        seed,
                        new Accuracy(4, 0, 64, false),
                        0.5,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                .toList();
        Path csv = shard("a", new Study(new Conditions(config, "1.0.0"), runs));
        assertRefused(
                List.of(csv),
                "The shards up to " + csv
                        + " hold more than 20 seeds of uniform-positive; with learning curves of 100000"
                        + " points no more are allowed");
    }

    @Test
    void aFileThatIsNotThereOrOfAnotherKindIsAnError() throws Exception {
        Path absent = directory.resolve("absent.csv");
        assertRefused(List.of(absent), absent + " does not exist; expected the CSV of a shard");
        Path binary = Files.write(directory.resolve("binary.csv"), new byte[] {(byte) 0xff, 0});
        assertRefused(List.of(binary), binary + " is not UTF-8 text; expected the CSV of a shard");
    }

    private Path shard(String name, long firstSeed, int seeds) throws IOException, InterruptedException {
        return shard(name, Studies.train(firstSeed, seeds, 2));
    }

    private Path shard(String name, Study study) throws IOException {
        return Files.write(directory.resolve(name + ".csv"), Studies.csv(study));
    }

    private static String csv(Study study) throws IOException {
        return new String(Studies.csv(study), StandardCharsets.UTF_8);
    }

    private Path edited(UnaryOperator<String> edit) throws IOException, InterruptedException {
        Path file = shard("edited", 1, 1);
        return Files.writeString(file, edit.apply(Files.readString(file)), StandardCharsets.UTF_8);
    }

    private void assertRefused(UnaryOperator<String> edit, String sentence) throws Exception {
        Path file = edited(edit);
        assertThatThrownBy(() -> Shards.merge(List.of(file)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(sentence);
    }

    private static void assertRefused(List<Path> shards, String sentence) {
        assertThatThrownBy(() -> Shards.merge(shards))
                .isInstanceOf(UserErrorException.class)
                .hasMessage(sentence);
    }
}
