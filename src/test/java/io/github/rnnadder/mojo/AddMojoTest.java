package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoParameter(name = "weightsFile", value = "adder.json")
class AddMojoTest extends GoalTest {

    @BeforeEach
    void copyWeights() throws Exception {
        Files.copy(WEIGHTS, basedir.resolve("adder.json"));
    }

    @Test
    @InjectMojo(goal = "add")
    @MojoParameter(name = "a", value = "37")
    @MojoParameter(name = "b", value = "91")
    void showsTheSumColumnByColumn(AddMojo add) throws Exception {
        add.execute();

        assertThat(console)
                .satisfiesExactly(
                        columns -> assertThat(columns).matches("INFO column( +\\d){8}"),
                        carry -> assertThat(carry).matches("INFO carry +1 +1 +1 +1 +1 +1 +1 +0"),
                        a -> assertThat(a).matches("INFO a +0 +0 +1 +0 +0 +1 +0 +1"),
                        b -> assertThat(b).matches("INFO b +0 +1 +0 +1 +1 +0 +1 +1"),
                        p -> assertThat(p).matches("INFO p( +[01]\\.\\d{3}){8}"),
                        sum -> assertThat(sum).matches("INFO sum +1 +0 +0 +0 +0 +0 +0 +0"),
                        verdict -> assertThat(verdict).startsWith("INFO 37 + 91 = 128"));
    }

    @Test
    @InjectMojo(goal = "add")
    @MojoParameter(name = "a", value = "128")
    @MojoParameter(name = "b", value = "1")
    void beyondWhatWasMeasuredItWarnsThatThereIsNoProof(AddMojo add) throws Exception {
        add.execute();

        assertThat(console).hasSize(8);
        assertThat(console.get(6)).startsWith("INFO 128 + 1 = 129");
        assertThat(console.get(7))
                .isEqualTo(
                        "WARN Not proved beyond operands of 7 bits; run check with -Drnn-adder.certify to look for a proof."
                                + " There is no certificate beside " + basedir.resolve("adder.json"));
    }

    @Test
    @InjectMojo(goal = "add")
    @MojoParameter(name = "a", value = "-1")
    @MojoParameter(name = "b", value = "91")
    void anOperandThatIsNoNumberIsAnErrorOfOneSentence(AddMojo add) {
        assertThatThrownBy(add::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("a is '-1'; it must be a whole number, 0 or more, such as 37");
    }
}
