package io.github.rnnadder.proof.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.fuzz.Mutations;
import io.github.rnnadder.fuzz.Seeds;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateFuzzTest {

    private static final Certificate VALID = Claims.of(
            "0123456789abcdef".repeat(4),
            2,
            40,
            List.of(new Metric(0, new double[][] {{1.5, -0.0}, {0.1 + 0.2, 1}}), new Metric(5, new double[2][2])),
            List.of(new Ball(0, 0.125, new double[] {0.3, -0.25}), new Ball(5, 1e-7, new double[] {1, 4.9e-324})),
            Optional.of(new Tube(new double[] {1, 0}, new double[] {1, 2}, new double[][] {{1, 0}, {0, 1}}, 7, 1e-3)));

    @Test
    void aMutatedCertificateIsWrittenAsItWasReadOrOneSentence() {
        Seeds.tryAll(random -> {
            try {
                byte[] valid = CertificateWriter.write(Claims.halving(VALID, random.nextInt(3)));
                Certificate read = CertificateReader.read("m.json", Mutations.mutate(valid, random));
                // Another file name, so an error of the second read is not taken for one of the mutated file.
                assertThat(CertificateReader.read("again.json", CertificateWriter.write(read)))
                        .usingRecursiveComparison()
                        .isEqualTo(read);
            } catch (InvalidCertificateException e) {
                Mutations.assertOneSentence(e, "m.json");
            }
        });
    }
}
