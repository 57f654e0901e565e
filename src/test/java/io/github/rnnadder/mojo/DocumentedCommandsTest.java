package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the pages tell the reader to type names only what there is, and an integration test runs it. */
class DocumentedCommandsTest {

    /** A line of a code block, or inline code that is a command or a part of one. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^mvn .+|(?<=`)(?:mvn |-D|rnn-adder:)[^`]+");

    private static final Pattern GOAL = Pattern.compile("(?<= |^)([a-z][^ ]*):([^ :@]+)");
    private static final Pattern PROPERTY = Pattern.compile("(?<= |^)-D([^ =<]+)(?= |=|$)");
    private static final Pattern PROFILE = Pattern.compile("(?<= |^)-P([^ ]+)");

    /** Of Surefire, the invoker and the GPG plugin, of the tests themselves, and of the projects in src/it. */
    private static final Set<String> FOREIGN_PROPERTIES = Set.of(
            "test",
            "fuzz.tries",
            "faults.kills",
            "invoker.test",
            "invoker.mavenHome",
            "invoker.javaHome",
            "benchmarks",
            "benchmarks.jdks",
            "exec.mainClass",
            "exec.args",
            "gpg.keyname",
            "rnn-adder.version");

    /**
     * Builds of the plugin itself, which has this test in it, and phases of Maven alone: checked by what they name, and
     * run by CI, the release or whoever works on the plugin.
     */
    private static final Set<String> BUILDS_OF_THE_PLUGIN = Set.of(
            "mvn -DskipTests install",
            "mvn clean",
            "mvn clean install",
            "mvn verify",
            "mvn site",
            "mvn spotless:apply",
            "mvn test -Dtest=ConfigReaderTest",
            "mvn verify -DskipTests -DskipITs=false -Dinvoker.test=parent,study",
            "mvn -Prelease deploy -Dgpg.keyname=<key>",
            "mvn invoker:run@integration-tests -Dinvoker.mavenHome=/path/to/maven -Dinvoker.javaHome=/path/to/jdk",
            "mvn invoker:run@integration-tests -Dinvoker.test=works-with",
            "mvn surefire:test -Dtest=*IT -Dfaults.kills=200",
            "mvn test -Dtest=*FuzzTest -Dfuzz.tries=100000",
            "mvn jacoco:prepare-agent test jacoco:report",
            "mvn -f src/onnx test",
            "mvn test-compile pitest:mutationCoverage",
            "mvn -f src/jmh compile exec:java"
                    + " -Dexec.mainClass=io.github.rnnadder.benchmark.ProverTrials -Dexec.args=\"0.001 16 1 100\"",
            "mvn -f src/jmh verify");

    private static final PluginDescriptor PLUGIN = PluginDescriptorTest.read();
    private static Model pom;

    @BeforeAll
    static void readPom() throws Exception {
        try (Reader reader = Files.newBufferedReader(Path.of("pom.xml"))) {
            pom = new MavenXpp3Reader().read(reader);
        }
    }

    static List<Arguments> commands() throws Exception {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> files = Files.list(Path.of("src/site/markdown"))) {
            files.sorted().forEach(pages::add);
        }
        List<Arguments> commands = new ArrayList<>();
        for (Path page : pages) {
            COMMAND.matcher(Files.readString(page))
                    .results()
                    .flatMap(match -> Stream.of(match.group().split(" && ")))
                    .forEach(command -> commands.add(arguments(page, command.replaceAll("\\s+", " "))));
        }
        return commands;
    }

    private static Stream<MatchResult> find(Pattern pattern, String command) {
        return pattern.matcher(command).results();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsGoalsExist(Path page, String command) {
        String key = PLUGIN.getGroupId() + ":" + PLUGIN.getArtifactId();
        Set<String> own = Set.of(PLUGIN.getGoalPrefix(), key, key + ":" + PLUGIN.getVersion());
        assertThat(find(GOAL, command)).allSatisfy(goal -> {
            if (own.contains(goal.group(1))) {
                assertThat(PLUGIN.getMojo(goal.group(2))).as(goal.group()).isNotNull();
            } else {
                assertThat(Stream.of(pom.getBuild(), pom.getBuild().getPluginManagement())
                                .flatMap(it -> it.getPlugins().stream())
                                .map(Plugin::getKey))
                        .as(goal.group())
                        .anyMatch(it -> it.endsWith(":" + goal.group(1) + "-maven-plugin")
                                || it.endsWith(":" + goal.group(1) + "-maven") // as pitest names itself
                                || it.endsWith(":maven-" + goal.group(1) + "-plugin"));
            }
        });
    }

    /** A reader stands in the clone, from where {@code -f} leads to a project; without it, in a project of his own. */
    @ParameterizedTest
    @MethodSource("commands")
    void anIntegrationTestRunsItWhereAReaderStands(Path page, String command) throws Exception {
        if (command.startsWith("mvn ") && !BUILDS_OF_THE_PLUGIN.contains(command)) {
            Invocation documented = Invocation.documented(command);

            assertThat(documented.directory().resolve("pom.xml")).exists();
            assertThat(Invocation.ofIntegrationTests(PLUGIN.getVersion()))
                    .as(documented.toString())
                    .anyMatch(other -> documented.isPartOf(other, read(goals(command))));
        }
    }

    /** The goals of the plugin that a command names; none where it names phases. */
    private static List<MojoDescriptor> goals(String command) {
        return find(GOAL, command)
                .map(goal -> PLUGIN.getMojo(goal.group(2)))
                .filter(PLUGIN.getMojos()::contains)
                .toList();
    }

    /** The properties that goals read; where none is named, those of the goals that have a phase. */
    private static Set<String> read(List<MojoDescriptor> goals) {
        Set<String> read = new TreeSet<>();
        for (MojoDescriptor mojo : goals.isEmpty() ? PLUGIN.getMojos() : goals) {
            if (!goals.isEmpty() || mojo.getPhase() != null) {
                for (PlexusConfiguration parameter : mojo.getMojoConfiguration().getChildren()) {
                    for (String property :
                            List.of(parameter.getValue(""), parameter.getAttribute("default-value", ""))) {
                        read.add(property.replaceAll("^\\$\\{|}$", ""));
                    }
                }
            }
        }
        return read;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsPropertiesAreReadAndItsProfilesExist(Path page, String command) {
        Set<String> profiles = pom.getProfiles().stream().map(Profile::getId).collect(Collectors.toSet());
        assertThat(find(PROFILE, command)
                        .flatMap(match -> Stream.of(match.group(1).split(","))))
                .isSubsetOf(profiles);
        List<MojoDescriptor> named = goals(command);
        Set<String> read = new TreeSet<>(FOREIGN_PROPERTIES);
        read.addAll(pom.getProperties().stringPropertyNames());
        pom.getProfiles().forEach(profile -> read.addAll(profile.getProperties().stringPropertyNames()));
        read.addAll(read(named.isEmpty() ? PLUGIN.getMojos() : named));
        assertThat(find(PROPERTY, command).map(property -> property.group(1))).isSubsetOf(read);
    }

    @Test
    void theReadmeShowsTheFilesThatTheIntegrationTestsRunWith() throws Exception {
        String pom = Files.readString(Path.of("src/it/init/pom.xml"));
        String declaration = pom.substring(pom.indexOf("      <plugin>"), pom.indexOf("    </plugins>"));

        assertThat(Path.of("README.md"))
                .content()
                .contains(Files.readString(Path.of("src/main/resources/META-INF/rnn-adder/adder.yaml")))
                .contains(Files.readString(Path.of("src/it/quickstart/drawing.txt")))
                .contains(declaration.replaceAll("(?m)^ {6}", ""));
    }

    @Test
    void theReadmeListsTheGoalsWithTheirPhases() throws Exception {
        assertThat(Files.readAllLines(Path.of("README.md")).stream()
                        .filter(line -> line.startsWith("| `rnn-adder:"))
                        .map(line -> line.replaceFirst("(\\|.*?\\|.*?\\|).*", "$1")))
                .containsExactlyInAnyOrderElementsOf(PLUGIN.getMojos().stream()
                        .map(mojo -> "| `rnn-adder:" + mojo.getGoal() + "` | "
                                + (mojo.getPhase() == null ? "none" : mojo.getPhase()) + " |")
                        .toList());
    }
}
