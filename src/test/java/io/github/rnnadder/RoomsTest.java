package io.github.rnnadder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the packages to the rules of {@code contributing.md}. */
class RoomsTest {

    private static final Rooms HOUSE = new Rooms(Rooms.table("""
                    numeric:
                    progress:
                    text:
                    files:       text
                    json:        text
                    network:     numeric, text
                    config:      files, text
                    training:    config, network, numeric
                    evaluation:  network, numeric
                    weights:     certificate, config, files, json, network, text, training
                    loader:      files, network, text, weights
                    certificate: json, numeric, text
                    checker:     certificate, network, numeric
                    prover:      certificate, checker, network, numeric
                    refuter:     certificate, network
                    verdict:     certificate, checker, evaluation, network, progress, prover, refuter, text
                    study:       certificate, config, evaluation, files, json, progress, text, training, verdict
                    delivery:    certificate, checker, config, evaluation, files, loader, network, progress, text, training
                    delivery:    verdict, weights
                    report:      certificate, config, delivery, evaluation, files, network, numeric, study, text, training, verdict
                    report:      weights
                    mojo:        config, delivery, files, loader, progress, report, study, text, verdict, weights
                    """), Rooms.table("""
                    org.apache.maven:      mojo
                    org.codehaus.plexus:   mojo
                    javax.inject:          mojo
                    com.fasterxml.jackson: config, json, study, weights
                    com.fasterxml.jackson: certificate.CertificateWriter
                    org.yaml.snakeyaml:    config
                    java.awt:              report
                    javax.imageio:         report
                    org.knowm.xchart:      report.CurveChart, report.Look
                    javax.lang.model:      loader
                    java.nio.file:         config, delivery, files, mojo, report, study, weights
                    java.io:               certificate, config, delivery, files, json, loader, mojo, report, study, weights
                    java.util.logging:
                    """));

    @TempDir
    Path sources;

    @Test
    void everyRoomUsesOnlyWhatItMay() throws IOException {
        assertThat(HOUSE.violations(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void noRulesAllowACycle() {
        assertThat(HOUSE.cyclesAllowed()).isEmpty();
    }

    @Test
    void aRoomThatIsUsedAgainstTheRulesIsNamedWithTheFileAndTheImport() throws IOException {
        write("certificate/CertificateReader", "import io.github.rnnadder.checker.CertificateChecker;");
        assertThat(HOUSE.violations(sources))
                .containsExactly(
                        "certificate/CertificateReader.java imports io.github.rnnadder.checker.CertificateChecker; "
                                + "certificate may use json, numeric, text");
    }

    @Test
    void aRoomThatMayUseNoneIsToldSo() throws IOException {
        write("numeric/Matrices", "import static io.github.rnnadder.network.Tanh.of;");
        assertThat(HOUSE.violations(sources))
                .containsExactly("numeric/Matrices.java imports io.github.rnnadder.network.Tanh.of; "
                        + "numeric may use no other");
    }

    @Test
    void aNameInTheCodeCountsLikeAnImportAndOneInACommentOrAStringDoesNot() throws IOException {
        write(
                "network/Sigmoid",
                "/** See {@link io.github.rnnadder.training.Trainer}. */ // java.nio.file.Path",
                "class Sigmoid {",
                "    String name = \"java.io.File \\\" java.io.File\";",
                "    char quote = '\"';",
                "    java.nio.file.Path path; // \"",
                "}");
        assertThat(HOUSE.violations(sources))
                .containsExactly("network/Sigmoid.java imports java.nio.file.Path; java.nio.file is known to "
                        + "config, delivery, files, mojo, report, study, weights");
    }

    @Test
    void aLibraryIsKnownToItsRoomsAndClassesAlone() throws IOException {
        write("certificate/Certificate", "import com.fasterxml.jackson.core.JsonParser;");
        write("certificate/CertificateWriter", "import com.fasterxml.jackson.core.JsonParser;");
        write("config/ConfigReader", "import com.fasterxml.jackson.core.JsonParser;");
        assertThat(HOUSE.violations(sources))
                .singleElement()
                .asString()
                .startsWith("certificate/Certificate.java imports com.fasterxml.jackson.core.JsonParser; ");
    }

    @Test
    void aLibraryThatNobodyHasDecidedOnIsRefused() throws IOException {
        write("weights/JsonWeights", "import com.google.gson.Gson;", "import java.util.List;");
        assertThat(HOUSE.violations(sources))
                .containsExactly(
                        "weights/JsonWeights.java imports com.google.gson.Gson, a library that the rules do not know");
    }

    @Test
    void aRoomThatTheRulesDoNotKnowIsRefused() throws IOException {
        write("certificate/search/Replay", "");
        write("Everything", "");
        assertThat(HOUSE.violations(sources))
                .containsExactly(
                        "Everything.java lies in a room that the rules do not know: ",
                        "certificate/search/Replay.java lies in a room that the rules do not know: certificate.search");
    }

    @Test
    void roomsThatUseEachOtherAreNamedWithTheWayThere() throws IOException {
        Rooms anything = new Rooms(Rooms.table("a: b\nb: c\nc: a"), Rooms.table("java.io:"));
        write("a/A", "import io.github.rnnadder.b.B;");
        write("b/B", "import io.github.rnnadder.c.C;");
        assertThat(anything.violations(sources)).isEmpty();
        write("c/C", "import io.github.rnnadder.a.A;");
        assertThat(anything.violations(sources))
                .containsExactly(
                        "the rooms a → b → c → a form a cycle",
                        "the rooms b → c → a → b form a cycle",
                        "the rooms c → a → b → c form a cycle");
        assertThat(anything.cyclesAllowed()).hasSize(3);
    }

    private void write(String type, String... lines) throws IOException {
        Path file = sources.resolve("io/github/rnnadder/" + type + ".java");
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }
}
