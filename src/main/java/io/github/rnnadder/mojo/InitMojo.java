package io.github.rnnadder.mojo;

import io.github.rnnadder.model.config.StarterConfig;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sets up an adder: writes the config {@code src/main/rnn-adder/adder.yaml} and its JSON Schema
 * {@code adder.schema.json}, and prints the plugin declaration for the POM. Existing files are kept.
 *
 * @since 1.0.0
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractRnnAdderMojo {

    /** The directory of the module; without a project, the current directory. */
    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    @Override
    boolean isNamed() {
        return true;
    }

    @Override
    void run() throws IOException {
        StarterConfig starter = new StarterConfig(
                absolute(basedir), absolute(session().getRequest().getMultiModuleProjectDirectory()));
        starter.write().forEach(getLog()::info);
        // One message, so that no log level precedes the lines that users copy.
        getLog().info("Add this to the <plugins> of the POM, with a loaderClass of your own:\n\n"
                + declaration(execution(), starter.config())
                + "\nThen mvn verify trains the adder, and mvn rnn-adder:add -Da=37 -Db=91 adds with it.");
    }

    private static String declaration(MojoExecution self, String config) {
        return """
                <plugin>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <configuration>
                    <configFile>%s</configFile>
                    <loaderClass>com.acme.model.PretrainedAdder</loaderClass>
                  </configuration>
                  <executions>
                    <execution>
                      <goals>
                        <goal>train</goal>
                        <goal>check</goal>
                      </goals>
                    </execution>
                  </executions>
                </plugin>
                """.formatted(self.getGroupId(), self.getArtifactId(), self.getVersion(), config);
    }
}
