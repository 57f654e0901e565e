package io.github.rnnadder.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.fuzz.Mutations;
import io.github.rnnadder.fuzz.Seeds;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardsFuzzTest {

    @Test
    void aMutatedShardIsAShardOrOneSentence() throws Exception {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path shard = memory.getPath("study.csv");
            byte[] valid = Studies.csv(Studies.train(Studies.brief(true), 1, 2, 1));
            Seeds.tryAll(random -> {
                Files.write(shard, Mutations.mutate(valid, random));
                try {
                    assertThat(Shards.merge(List.of(shard)).runs()).isNotEmpty();
                } catch (UnreadableFileException e) {
                    // A seed that is not there belongs to no file.
                    Mutations.assertOneSentence(e, e.getMessage().startsWith("Seeds ") ? "firstSeed" : "study.csv");
                }
            });
        }
    }
}
