package io.github.rnnadder;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the packages to the rules of {@code contributing.md}. */
class RoomsTest {

    private static final String ROOT = "io.github.rnnadder.";

    private static final JavaClasses HOUSE = new ClassFileImporter().importPath(Path.of("target/classes"));

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                    base              :
                    model             : base
                    proof             : base model
                    gate              : base model proof
                    weights           : base model proof gate
                    loader            : base model gate weights
                    delivery          : base model proof gate weights loader
                    report            : base model proof gate weights delivery
                    mojo              : base model proof gate weights loader delivery report
                    base.numeric      :
                    base.progress     :
                    base.text         :
                    base.files        : base.text
                    base.json         : base.text
                    model.network     : base.numeric base.text
                    model.config      : base
                    model.training    : base.numeric model.config model.network
                    model.evaluation  : base.numeric model.network
                    proof.certificate : base.json base.numeric base.text model.evaluation
                    proof.checker     : base.numeric model.evaluation model.network proof.certificate
                    proof.prover      : base.numeric model.evaluation model.network proof.certificate proof.checker
                    proof.falsifier   : model.evaluation model.network
                    """)
    void everyRoomUsesOnlyTheRoomsThatItMay(String room, String others) {
        String[] allowed = Stream.concat(
                        Stream.of(room), others == null ? Stream.empty() : Stream.of(others.split(" ")))
                .map(it -> ROOT + it + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.rnnadder..").and(not(resideInAnyPackage(allowed))))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(*)..", "base.(*)..", "model.(*)..", "proof.(*)..", "report.(*).."})
    void noTwoRoomsReachEachOther(String rooms) {
        slices().matching(ROOT + rooms).should().beFreeOfCycles().check(HOUSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                    org.apache.maven..      : mojo
                    org.codehaus.plexus..   : mojo
                    javax.inject..          : mojo
                    com.fasterxml.jackson.. : base.json model.config proof.certificate report.study weights
                    org.yaml.snakeyaml..    : model.config
                    javax.lang.model..      : loader
                    java.nio.file..         : base.files model.config weights delivery report mojo
                    """)
    void aLibraryIsKnownToItsRoomsAlone(String library, String rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        Stream.of(rooms.split(" ")).map(it -> ROOT + it + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE);
    }

    @Test
    void noOtherLibraryIsUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.net..",
                        "java.nio..",
                        "java.security..",
                        "java.util..",
                        "javax.inject..",
                        "javax.lang.model..",
                        "javax.xml.parsers..",
                        "io.github.rnnadder..",
                        "com.fasterxml.jackson..",
                        "org.apache.maven..",
                        "org.jspecify..",
                        "org.codehaus.plexus..",
                        "org.yaml.snakeyaml..",
                        "org.w3c.dom..",
                        "org.xml.sax..")
                .check(HOUSE);
    }
}
