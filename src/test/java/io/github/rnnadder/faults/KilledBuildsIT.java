package io.github.rnnadder.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Maven builds, killed without warning at random moments. */
class KilledBuildsIT {

    private static final int KILLS = Integer.getInteger("faults.kills", 200);

    /** Two adders, so that what an earlier build left can be told from what the last one should have made. */
    private static final List<String> CONFIGS = List.of(config(1), config(3));

    /** How the training went: from here on files are written, copied and compiled. */
    private static final String TRAINED = "[INFO]   ";

    @TempDir
    Path directory;

    private final Random random = new Random(Long.getLong("faults.seed", 1));

    private static String config(int seed) {
        return "bits: 6\nhiddenSize: 8\niterations: 6000\naccuracyThreshold: 0.9\nseed: " + seed + "\n";
    }

    @Test
    void aBuildAfterAKilledOneMakesWhatAnUndisturbedOneMakes() throws Exception {
        List<SortedMap<String, String>> undisturbed = new ArrayList<>();
        long duration = 0;
        for (int i = 0; i < CONFIGS.size(); i++) {
            MavenModule module = new MavenModule(directory.resolve("undisturbed-" + i));
            module.configure(CONFIGS.get(i));
            long start = System.nanoTime();
            module.build("compile");
            duration = (System.nanoTime() - start) / 1_000_000;
            undisturbed.add(module.outputs());
        }
        assertThat(undisturbed.get(0)).hasSize(9).isNotEqualTo(undisturbed.get(1));

        MavenModule module = new MavenModule(directory.resolve("killed"));
        int killed = 0;
        int amidst = 0;
        while (killed < KILLS) {
            module.configure(CONFIGS.get(random.nextInt(2)));
            if (!killedAtRandom(module, duration)) {
                continue;
            }
            killed++;
            SortedMap<String, String> left = module.outputs();
            if (!left.equals(undisturbed.get(0)) && !left.equals(undisturbed.get(1))) {
                amidst++;
            }
            int next = random.nextInt(2);
            module.configure(CONFIGS.get(next));
            module.build("compile");
            assertThat(module.outputs()).as("after kill %d", killed).isEqualTo(undisturbed.get(next));
        }
        System.out.println("Killed " + killed + " builds, " + amidst + " of them between one output and the next");
    }

    /** Half of the builds die anywhere, half while the outputs are written; false if the build was faster. */
    private boolean killedAtRandom(MavenModule module, long duration) throws Exception {
        Process build = module.start("compile");
        if (random.nextBoolean()) {
            Thread.sleep(random.nextLong(duration));
        } else if (module.waitFor(TRAINED, build)) {
            Thread.sleep(random.nextLong(duration / 4));
        }
        boolean alive = build.isAlive();
        build.destroyForcibly().waitFor();
        return alive && build.exitValue() != 0;
    }
}
