package io.github.rnnadder.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.fuzz.Mutations;
import io.github.rnnadder.fuzz.Seeds;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuildRecordFuzzTest {

    static List<Arguments> systems() {
        return List.of(
                Arguments.of(Configuration.unix(), Requirement.ACCURACY),
                Arguments.of(Configuration.windows(), Requirement.PROOF),
                Arguments.of(Configuration.osX(), Requirement.ACCURACY));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aRecordIsReadAsItWasWrittenAndAMutatedOneKnowsOfNothing(Configuration system, Requirement requirement)
            throws Exception {
        try (FileSystem memory = Jimfs.newFileSystem(system)) {
            Path base = memory.getPath("module", "target", "rnn-adder").toAbsolutePath();
            Path file = Files.createDirectories(base).resolve("a.record");
            BuildRecord record = new BuildRecord(
                    "0123456789abcdef".repeat(4),
                    "default",
                    Optional.of("../../src/main/rnn-adder/adder.yaml"),
                    new Gate(0.995, false),
                    Optional.of(Criterion.failed(requirement, "Accuracy 3% is below\n  1 + 1 = 2, predicted 3")),
                    List.of(entry(base, "model.json", "model.json"), entry(base, "Sums.java", "Sums.class")));
            byte[] valid = record.write(base);
            Files.write(file, valid);
            assertThat(BuildRecord.read(file, base)).isEqualTo(record);
            Seeds.tryAll(random -> {
                byte[] mutated = Mutations.mutate(valid, random);
                Files.write(file, mutated);
                assertThat(BuildRecord.read(file, base).outputs())
                        .isEqualTo(Arrays.equals(mutated, valid) ? record.outputs() : List.of());
            });
        }
    }

    @Test
    void aRecordThatTellsInOtherWordsWhatIsMissedKnowsItsOutputsAndIsNotUpToDate() throws Exception {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path base = memory.getPath("module", "target", "rnn-adder").toAbsolutePath();
            Path file = Files.createDirectories(base).resolve("a.record");
            BuildRecord record = new BuildRecord(
                    "0123456789abcdef".repeat(4),
                    "default",
                    Optional.empty(),
                    new Gate(0.995, false),
                    Optional.of(Criterion.failed(Requirement.ACCURACY, "Accuracy 3% is below")),
                    List.of(entry(base, "model.json", "model.json")));
            String text = new String(record.write(base), UTF_8).replace("missed accuracy Acc", "missed Acc");
            String lines = text.substring(0, text.lastIndexOf("end "));
            Files.writeString(file, lines + "end " + Sha256.of(lines.getBytes(UTF_8)) + "\n");

            assertThat(BuildRecord.read(file, base).isFinished()).isFalse();
            assertThat(BuildRecord.read(file, base).outputs()).isEqualTo(record.outputs());
        }
    }

    private static BuildRecord.Entry entry(Path base, String file, String copy) {
        return new BuildRecord.Entry(
                "fedcba9876543210".repeat(4),
                new Place(
                        base.resolveSibling("generated").resolve(file),
                        base.resolveSibling("classes").resolve(copy)));
    }
}
