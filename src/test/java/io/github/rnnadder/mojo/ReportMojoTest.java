package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

class ReportMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "resourceName", value = "META-INF/rnn-adder/com.acme/model")
    void theAdderOfTheModuleHasThePageOfThePluginAndAnotherOneOfItsOwn(ReportMojo report) throws Exception {
        assertThat(report.getOutputName()).isEqualTo("rnn-adder");
        MojoExtension.setVariableValueToObject(report, "resourceName", "META-INF/rnn-adder/com.acme/other");
        assertThat(report.getOutputName()).isEqualTo("rnn-adder-other");
    }
}
