package io.github.rnnadder.mojo;

import io.github.rnnadder.base.files.AtomicFiles;
import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.report.adder.AdderPage;
import io.github.rnnadder.report.adder.Coordinates;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Reports on the adder of the module: its verdict, how it learned, what its weights look like, how it adds two numbers,
 * and what its certificate covers. The goal reads the files that {@code train} wrote, and trains nothing.
 *
 * @since 1.0.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true)
public final class ReportMojo extends AbstractModuleMojo implements MavenMultiPageReport {

    /**
     * The directory for the page when the goal is run directly. In a site, the site plugin chooses the directory.
     *
     * <pre>{@code <reportDirectory>target/pages</reportDirectory>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.reportDirectory", defaultValue = "${project.build.directory}/reports")
    private File reportDirectory;

    @Override
    boolean isNamed() {
        return isTyped("resourceName");
    }

    @Override
    void run() throws IOException {
        if (!canGenerateReport()) {
            return;
        }
        Path file = absolute(reportDirectory).resolve(getOutputName() + ".html");
        requireReplaceable(file, directories().target());
        String page = new AdderPage(title(), trained(), coordinates()).document();
        new AtomicFiles(directories().work()).write(file, page.getBytes(StandardCharsets.UTF_8));
        getLog().info("Report in " + file);
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        generate(sink, null, locale);
    }

    /** Generates the only page of this report. Site plugins based on Doxia 1 call this method. */
    @Override
    public void generate(Sink sink, @Nullable SinkFactory others, Locale locale) throws MavenReportException {
        try {
            String page = new AdderPage(title(), trained(), coordinates()).body();
            sink.head();
            sink.title();
            sink.text(title());
            sink.title_();
            sink.head_();
            sink.body();
            sink.sectionTitle1();
            sink.text(title());
            sink.sectionTitle1_();
            sink.rawText(page);
            sink.body_();
            sink.flush();
            sink.close();
        } catch (UserErrorException | IOException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    @Override
    public boolean canGenerateReport() {
        if (isSkipped()) {
            return false;
        }
        boolean found = BuiltAdder.exists(adder());
        if (!found) {
            getLog().info("No report: there is no adder " + resourceName().name()
                    + " in this module, nor a rejected one; run mvn rnn-adder:train first");
        }
        return found;
    }

    // No method signature may name a class of the report, because Maven would load that class for every
    // goal.

    private BuiltAdder trained() throws IOException {
        return BuiltAdder.read(adder(), progress());
    }

    /** Returns the coordinates of the weights' jar; empty for the scope {@code test}, whose weights are in no jar. */
    private Optional<Coordinates> coordinates() {
        return scope() == Scope.MAIN
                ? Optional.of(new Coordinates(
                        project().getGroupId(),
                        project().getArtifactId(),
                        project().getVersion()))
                : Optional.empty();
    }

    private String title() {
        return "RNN adder " + lastSegment();
    }

    private String lastSegment() {
        String name = resourceName().name();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Returns the page's file name: {@code rnn-adder} for the module's default adder, a longer name for any other. */
    @Override
    @SuppressWarnings("deprecation") // deprecated, but abstract, so every version of Maven calls it
    public String getOutputName() {
        String ofModule = project().getGroupId() + "/" + project().getArtifactId();
        return resourceName().name().equals("META-INF/rnn-adder/" + ofModule)
                ? "rnn-adder"
                : "rnn-adder-" + lastSegment();
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return title();
    }

    @Override
    public String getDescription(Locale locale) {
        return "How the adder " + lastSegment() + " learned, how well it adds, and what its weights look like.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        reportDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return reportDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
