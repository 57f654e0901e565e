package com.acme.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import com.acme.kotlin.SumsKt;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.catalina.startup.Tomcat;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Runs what the other modules packaged, where it is meant to run. */
class WorksWithTest {

    @TempDir
    Path directory;

    private static File packaged(String module, String file) {
        return new File("../" + module + "/target/" + file).getAbsoluteFile();
    }

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("37", "91"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }

    @Test
    void twoAddersInOneShadedJarWithOtherNames() throws Exception {
        String jar = packaged("app", "app-1.0.0-shaded.jar").toString();
        assertEquals("128 128", run("-cp", jar, "org.example.shaded.app.App"));
    }

    @Test
    void theJarThatSpringBootMakesOfAnApplication() throws Exception {
        assertEquals("128 128", run("-jar", packaged("app", "app-1.0.0-boot.jar").toString()));
    }

    @Test
    void kotlinOfTheSameModuleAndOfAnother() {
        assertEquals(List.of(128L, 128L), SumsKt.sums(37, 91));
    }

    @Test
    void aBundleInFelix() throws Exception {
        Framework felix = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, directory.toString()));
        felix.start();
        try {
            Bundle bundle = felix.getBundleContext()
                    .installBundle(packaged("model", "model-1.0.0.jar").toURI().toString());
            bundle.start();
            Class<?> loader = bundle.loadClass("com.acme.model.PretrainedAdder");
            assertNotSame(com.acme.model.PretrainedAdder.class, loader);
            Object adder = loader.getMethod("load").invoke(null);
            assertEquals(128L, loader.getMethod("add", long.class, long.class).invoke(adder, 37, 91));
        } finally {
            felix.stop();
            felix.waitForStop(0);
        }
    }

    @Test
    void aWebApplicationInTomcat() throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(directory.toString());
        tomcat.getHost().setAppBase(directory.toString());
        tomcat.setPort(0);
        tomcat.setAddDefaultWebXmlToWebapp(false);
        tomcat.addWebapp("", packaged("war", "war-1.0.0.war").toString());
        tomcat.start();
        try {
            URI sums = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/sums?a=37&b=91");
            HttpRequest request = HttpRequest.newBuilder(sums).build();
            assertEquals("128 128", HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
