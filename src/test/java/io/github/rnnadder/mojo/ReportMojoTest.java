package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

class ReportMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "resourceName", value = "META-INF/rnn-adder/com.acme/model")
    void theAdderOfTheModuleHasThePageOfThePlugin(ReportMojo report) {
        assertThat(report.getOutputName()).isEqualTo("rnn-adder");
    }

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "resourceName", value = "META-INF/rnn-adder/com.acme/other")
    void anotherAdderOfTheModuleHasAPageOfItsOwn(ReportMojo report) {
        assertThat(report.getOutputName()).isEqualTo("rnn-adder-other");
    }
}
