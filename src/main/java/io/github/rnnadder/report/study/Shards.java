package io.github.rnnadder.report.study;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.model.config.Initializer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Merges the parts of a study that ran on several machines, with the same conditions and different seeds. */
public final class Shards {

    /** The maximum size of a CSV file, more than the largest study takes. */
    private static final ReadLimit KIND = new ReadLimit("the CSV of a shard", 1 << 30);

    private final List<Run> runs = new ArrayList<>();
    private final Map<Initializer, TreeMap<Long, Path>> seeds = new EnumMap<>(Initializer.class);
    private @Nullable Path first;
    private @Nullable Conditions conditions;

    private Shards() {}

    /**
     * Merges the parts as if one machine had run the study. Reads run by run. Stops at the maximum size of a study.
     *
     * @param files the CSV file of each part, in any order
     * @throws UnreadableFileException if the files are not the parts of one study, each given once
     */
    public static Study merge(List<Path> files) {
        Shards shards = new Shards();
        for (Path file : files) {
            read(file, (run, conditions) -> shards.add(file, run, conditions));
        }
        shards.requireComplete();
        return new Study(Objects.requireNonNull(shards.conditions), shards.runs);
    }

    private void add(Path file, Run run, Conditions here) {
        if (conditions == null) {
            first = file;
            conditions = here;
        }
        if (!conditions.equals(here)) {
            throw new UnreadableFileException(
                    first + " and " + file + " are of different studies: " + conditions.difference(here));
        }
        TreeMap<Long, Path> known = seeds.computeIfAbsent(run.initializer(), it -> new TreeMap<>());
        Path other = known.put(run.seed(), file);
        if (other != null) {
            throw new UnreadableFileException(other + " and " + file + " both hold seed " + run.seed() + " of "
                    + run.initializer().key() + "; every run is allowed once");
        }
        int most = conditions.maxSeeds();
        if (known.size() > most) {
            throw new UnreadableFileException("The shards up to " + file + " hold more than " + most + " seeds of "
                    + run.initializer().key() + "; with learning curves of " + conditions.points()
                    + " points no more are allowed");
        }
        runs.add(run);
    }

    private void requireComplete() throws UnreadableFileException {
        TreeMap<Long, Path> all = new TreeMap<>();
        seeds.values().forEach(all::putAll);
        long next = all.firstKey();
        for (long seed : all.keySet()) {
            if (seed != next) {
                throw new UnreadableFileException("Seeds " + next + " to " + (seed - 1)
                        + " are missing between the shards; run them again with firstSeed " + next + " and seeds "
                        + (seed - next));
            }
            next = seed + 1;
            for (Initializer initializer : Initializer.values()) {
                if (!seeds.getOrDefault(initializer, new TreeMap<>()).containsKey(seed)) {
                    throw new UnreadableFileException(all.get(seed) + " holds seed " + seed + " but not that of "
                            + initializer.key() + "; a shard has every initializer");
                }
            }
        }
    }

    private static void read(Path file, BiConsumer<Run, Conditions> runs) {
        try (Reader in =
                new BufferedReader(new InputStreamReader(KIND.open(file), StandardCharsets.UTF_8.newDecoder()))) {
            StudyCsv.read(file.toString(), in, runs);
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException(file + " is not UTF-8 text; expected the CSV of a shard");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
