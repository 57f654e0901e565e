package io.github.rnnadder.study;

import io.github.rnnadder.config.Initializer;
import io.github.rnnadder.files.FileKind;
import io.github.rnnadder.files.Utf8;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Parts of a study, which other machines ran: the same conditions, other seeds. */
public final class Shards {

    private static final FileKind KIND = new FileKind("the CSV or JSON of a shard", 64 << 20);

    private Shards() {}

    /**
     * Puts the parts together, as if one machine had run all of them.
     *
     * @param files each the CSV or the JSON of a part, in any order
     * @throws StudyException if they are not the parts of one study, each there once
     */
    public static Study merge(List<Path> files) throws StudyException {
        List<Run> runs = new ArrayList<>();
        List<TreeMap<Long, Path>> seeds = new ArrayList<>();
        for (Initializer initializer : Initializer.values()) {
            seeds.add(new TreeMap<>());
        }
        Conditions conditions = null;
        for (Path file : files) {
            Study shard = read(file);
            if (conditions != null && !conditions.equals(shard.conditions())) {
                throw new StudyException(files.get(0) + " and " + file + " are of different studies: "
                        + conditions.difference(shard.conditions()));
            }
            conditions = shard.conditions();
            for (Run run : shard.runs()) {
                Path other = seeds.get(run.initializer().ordinal()).put(run.seed(), file);
                if (other != null) {
                    throw new StudyException(other + " and " + file + " both hold seed " + run.seed() + " of "
                            + run.initializer().key() + "; every run is allowed once");
                }
                runs.add(run);
            }
        }
        requireComplete(seeds);
        return new Study(conditions, runs);
    }

    private static void requireComplete(List<TreeMap<Long, Path>> seeds) throws StudyException {
        TreeMap<Long, Path> all = new TreeMap<>();
        seeds.forEach(all::putAll);
        long next = all.firstKey();
        for (long seed : all.keySet()) {
            if (seed != next) {
                throw new StudyException("Seeds " + next + " to " + (seed - 1)
                        + " are missing between the shards; run them again with firstSeed " + next + " and seeds "
                        + (seed - next));
            }
            next = seed + 1;
            for (Initializer initializer : Initializer.values()) {
                if (!seeds.get(initializer.ordinal()).containsKey(seed)) {
                    throw new StudyException(all.get(seed) + " holds seed " + seed + " but not that of "
                            + initializer.key() + "; a shard has every initializer");
                }
            }
        }
    }

    private static Study read(Path file) throws StudyException {
        String ending = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!ending.endsWith(".csv") && !ending.endsWith(".json")) {
            throw new StudyException(file + " ends neither in .csv nor in .json; its ending says how to read it");
        }
        try {
            String text = Utf8.decode(KIND.read(file));
            return ending.endsWith(".csv")
                    ? StudyCsv.read(file.toString(), text)
                    : StudyJson.read(file.toString(), text);
        } catch (CharacterCodingException e) {
            throw new StudyException(file + " is not UTF-8 text; expected the CSV or JSON of a shard");
        }
    }
}
