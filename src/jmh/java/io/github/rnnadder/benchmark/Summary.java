package io.github.rnnadder.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks on each JDK, and sums them up as a table in Markdown: naive Java beside each that has a baseline.
 */
public final class Summary {

    private static final String BASELINE = "Naive";

    private final List<String> jdks = new ArrayList<>();
    /** The name of each benchmark, and what came of it by JDK and whether it is the baseline. */
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    private Summary() {}

    /**
     * Takes the file to write, the homes of the JDKs with commas between them, and what the command line of JMH takes,
     * with spaces between.
     */
    public static void main(String[] args) throws IOException, RunnerException, CommandLineOptionException {
        Summary summary = new Summary();
        for (String home : args[1].split(",")) {
            summary.add(new Runner(new OptionsBuilder()
                            .parent(new CommandLineOptions(args[2].split(" ")))
                            .jvm(Path.of(home, "bin", "java").toString())
                            .build())
                    .run());
        }
        Path file = Path.of(args[0]);
        Files.writeString(file, summary.table());
        System.out.println("\n" + summary.table() + "\nThis stands in " + file + ", too.");
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String jdk = params.getJdkVersion();
            if (!jdks.contains(jdk)) {
                jdks.add(jdk);
            }
            String method = params.getBenchmark().replaceFirst(".*\\.", "");
            String column = jdk + (method.endsWith(BASELINE) ? BASELINE : "");
            rows.computeIfAbsent(name(method, params), it -> new HashMap<>()).put(column, time(result));
        }
    }

    /** Returns the words of a method's name, and the parameters. */
    private static String name(String method, BenchmarkParams params) {
        StringBuilder name = new StringBuilder(method.replaceFirst(BASELINE + "$", "")
                .replaceAll("(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT));
        for (String key : params.getParamsKeys()) {
            name.append(", ").append(key).append(' ').append(params.getParam(key));
        }
        return name.toString();
    }

    /** Returns the mean and, where there is one, half of its interval of 99.9 %. */
    private static String time(RunResult run) {
        Result<?> result = run.getPrimaryResult();
        String unit = result.getScoreUnit().replace("us", "µs").replaceFirst("/op$", "");
        String error = Double.isNaN(result.getScoreError()) ? "" : " ± " + rounded(result.getScoreError(), 1);
        return rounded(result.getScore(), 3) + error + " " + unit;
    }

    private static String rounded(double x, int digits) {
        return new BigDecimal(x).round(new MathContext(digits)).toPlainString();
    }

    private String table() throws IOException {
        StringBuilder table = new StringBuilder(machine()).append("\n\n| what |");
        jdks.forEach(jdk -> table.append(" JDK ").append(jdk).append(" | naive Java |"));
        table.append("\n|---|").append("---|---|".repeat(jdks.size())).append('\n');
        rows.forEach((name, times) -> {
            table.append("| ").append(name).append(" |");
            for (String jdk : jdks) {
                table.append(' ').append(times.getOrDefault(jdk, "")).append(" |");
                table.append(' ').append(times.getOrDefault(jdk + BASELINE, "")).append(" |");
            }
            table.append('\n');
        });
        return table.toString();
    }

    /** Says when and on what this was measured; only Linux tells the processor. */
    private static String machine() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        String model = System.getProperty("os.arch");
        if (Files.isReadable(processors)) {
            model = Files.readAllLines(processors).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .orElse(model);
        }
        return LocalDate.now() + ", " + System.getProperty("os.name") + ", " + model + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
    }
}
