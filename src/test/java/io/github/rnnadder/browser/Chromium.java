package io.github.rnnadder.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One tab of a headless Chromium, driven by its <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools
 * protocol</a>. What a page complains of is collected.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final long PATIENCE_SECONDS = 120;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<Map<?, ?>> answers = new LinkedBlockingQueue<>();
    private final List<String> errors = new ArrayList<>();
    private int commands;

    /** Returns where there is one on this machine. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one with its files in a directory. */
    public Chromium(Path program, Path directory) throws IOException, InterruptedException {
        // CI runs as root, where Chromium has no sandbox; it sees our own pages only.
        this.process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("chromium.log").toFile())
                .start();
        HttpClient client = HttpClient.newHttpClient();
        Path port = directory.resolve("profile/DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException(
                        "Chromium did not start:\n" + Files.readString(directory.resolve("chromium.log")));
            }
            Thread.sleep(20);
        }
        String host = "127.0.0.1:" + Files.readAllLines(port).get(0);
        HttpRequest newTab = HttpRequest.newBuilder(URI.create("http://" + host + "/json/new"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        Map<?, ?> tab =
                json(client.send(newTab, HttpResponse.BodyHandlers.ofString()).body());
        this.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create((String) tab.get("webSocketDebuggerUrl")), new Listener())
                .join();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            command(domain + ".enable", Map.of());
        }
    }

    /** Shows pages in a window of a width, by day or at night. */
    public void look(int width, boolean dark) throws InterruptedException {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        prefer("prefers-color-scheme", dark ? "dark" : "light");
    }

    /** Shows pages to somebody who prefers something, and nothing else. */
    public void prefer(String feature, String value) throws InterruptedException {
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** Opens a page, and waits until all of it is there. */
    public void open(String url) throws InterruptedException {
        command("Page.navigate", Map.of("url", "about:blank"));
        command("Page.navigate", Map.of("url", url));
        evaluate("new Promise(done => document.readyState === 'complete' && location.href !== 'about:blank'"
                + " ? done() : addEventListener('load', () => done()))");
    }

    /** Returns what a script makes of the page. */
    public Object evaluate(String script) throws InterruptedException {
        Map<?, ?> answer =
                command("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new IllegalArgumentException(script + ": " + answer.get("exceptionDetails"));
        }
        return ((Map<?, ?>) answer.get("result")).get("value");
    }

    /** Types a text into a field, over what is in it. */
    public void type(String id, String text) throws InterruptedException {
        evaluate("document.getElementById('" + id + "').focus(), document.getElementById('" + id + "').select()");
        if (text.isEmpty()) {
            press("Backspace");
        } else {
            command("Input.insertText", Map.of("text", text));
        }
    }

    /** Moves the pointer to a place of the window. */
    public void point(int x, int y) throws InterruptedException {
        command("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    /** Presses a key. */
    public void press(String key) throws InterruptedException {
        for (String kind : List.of("keyDown", "keyUp")) {
            command(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type", kind,
                            "key", key,
                            "code", key,
                            "windowsVirtualKeyCode", key.equals("Backspace") ? 8 : 0));
        }
    }

    /** Returns what the pages complained of, and what they asked of any network. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    private Map<?, ?> command(String method, Map<String, ?> parameters) throws InterruptedException {
        int id = ++commands;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            Map<?, ?> answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IllegalStateException(method + " got no answer");
            }
            if (answer.get("method") instanceof String event) {
                hear(event, (Map<?, ?>) answer.get("params"));
            } else if (Long.valueOf(id).equals(answer.get("id"))) {
                if (answer.containsKey("error")) {
                    throw new IllegalArgumentException(method + ": " + answer.get("error"));
                }
                return (Map<?, ?>) answer.get("result");
            }
        }
    }

    private void hear(String event, Map<?, ?> parameters) {
        boolean complaint = event.equals("Runtime.exceptionThrown")
                || event.equals("Runtime.consoleAPICalled")
                || event.equals("Log.entryAdded")
                || event.equals("Network.loadingFailed") && !Boolean.TRUE.equals(parameters.get("canceled"));
        boolean request = event.equals("Network.requestWillBeSent")
                && ((Map<?, ?>) parameters.get("request")).get("url").toString().startsWith("http");
        if (complaint || request) {
            errors.add(event + " " + parameters);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answers.add(json(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        try {
            command("Browser.close", Map.of());
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private static Map<?, ?> json(String text) {
        return JSON.readValue(text, Map.class);
    }
}
