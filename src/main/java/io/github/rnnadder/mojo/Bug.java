package io.github.rnnadder.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * An exception that no goal expects.
 *
 * @param execution in which it came up
 */
record Bug(MojoExecution execution) {

    /** Says what it is, and where to report it if the plugin's POM knows. */
    String sentence(RuntimeException e) {
        return "This is a bug of " + execution.getArtifactId() + " " + execution.getVersion() + " in its goal "
                + execution.getGoal() + ": " + e + "; please report it"
                + tracker().map(url -> " at " + url).orElse("") + ", with what Maven prints for -e";
    }

    private Optional<String> tracker() {
        String pom = "/META-INF/maven/" + execution.getGroupId() + "/" + execution.getArtifactId() + "/pom.xml";
        try (InputStream in = Bug.class.getResourceAsStream(pom)) {
            return Optional.ofNullable(in == null ? null : url(new MavenXpp3Reader().read(in)));
        } catch (IOException | XmlPullParserException e) {
            return Optional.empty();
        }
    }

    private static String url(Model plugin) {
        return plugin.getIssueManagement() == null
                ? null
                : plugin.getIssueManagement().getUrl();
    }
}
