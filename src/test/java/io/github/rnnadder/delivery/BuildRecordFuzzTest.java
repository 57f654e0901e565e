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
import java.util.Map;
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

    private static BuildRecord record(Path target, Criterion missed) {
        return new BuildRecord(
                Map.of("config", "76543210".repeat(8), "loaderClass", ""),
                Optional.of("../src/main/rnn-adder/adder.yaml"),
                "default",
                new Gate(0.995, true),
                Optional.of(missed),
                Map.of(
                        target.resolve("generated-resources/rnn-adder/model.json"),
                        "fedcba9876543210".repeat(4),
                        target.resolve("generated-sources/rnn-adder/Sums.java"),
                        "0f1e2d3c4b5a6978".repeat(4)));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aRecordIsReadAsItWasWrittenAndAMutatedOneNotAtAll(Configuration system, Requirement requirement)
            throws Exception {
        try (FileSystem memory = Jimfs.newFileSystem(system)) {
            Path target =
                    Files.createDirectories(memory.getPath("module", "target").toAbsolutePath());
            Path file = target.resolve("a.record");
            BuildRecord record =
                    record(target, Criterion.failed(requirement, "Accuracy 3% is below\n  1 + 1 = 2, predicted 3"));
            byte[] valid = record.write(target);
            Files.write(file, valid);
            assertThat(BuildRecord.read(file, target)).contains(record);
            Seeds.tryAll(random -> {
                byte[] mutated = Mutations.mutate(valid, random);
                Files.write(file, mutated);
                assertThat(BuildRecord.read(file, target))
                        .isEqualTo(Arrays.equals(mutated, valid) ? Optional.of(record) : Optional.empty());
            });
        }
    }

    @Test
    void aRecordThatSaysInOtherWordsWhatIsMissedIsNotRead() throws Exception {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path target =
                    Files.createDirectories(memory.getPath("module", "target").toAbsolutePath());
            BuildRecord record = record(target, Criterion.failed(Requirement.ACCURACY, "Accuracy 3% is below"));
            String text = new String(record.write(target), UTF_8).replace("missed ACCURACY", "missed accuracy");
            String lines = text.substring(0, text.lastIndexOf("end "));
            Path file = Files.writeString(
                    target.resolve("a.record"), lines + "end " + Sha256.of(lines.getBytes(UTF_8)) + "\n");

            assertThat(BuildRecord.read(file, target)).isEmpty();
        }
    }
}
