package dev.influx.app.page;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window; its profile goes with it. */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Process process;
  private final Path profile;
  private final DevTools devTools;

  private Browser(Process process, Path profile, DevTools devTools) {
    this.process = process;
    this.profile = profile;
    this.devTools = devTools;
  }

  /** Starts one; what its tabs ask of any other host than this one finds nothing. */
  public static Browser start() throws IOException {
    Path profile = Files.createTempDirectory("influx-browser");
    Process process = launch(profile);
    try {
      return new Browser(process, profile, DevTools.connect(address(process, profile)));
    } catch (RuntimeException e) {
      end(process);
      throw e;
    }
  }

  private static Process launch(Path profile) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            executable().toString(),
            "--headless=new",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--no-sandbox", // for those who build as root
            "--disable-dev-shm-usage", // small in containers
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-extensions",
            "--hide-scrollbars",
            "--no-first-run",
            "about:blank");
    builder.environment().put("HOME", profile.toString());
    File log = profile.resolve("browser.log").toFile();
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  private static Path executable() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the page is tried in Chromium, and there is none on the PATH; on Debian:"
                        + " apt-get install chromium"));
  }

  /** A browser says in a file where it listens, port and path on a line each. */
  private static URI address(Process process, Path profile) {
    Path file = profile.resolve("DevToolsActivePort");
    await()
        .atMost(PATIENCE)
        .until(() -> !process.isAlive() || (Files.exists(file) && lines(file).size() == 2));
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Chromium has ended: " + String.join("\n", lines(profile.resolve("browser.log"))));
    }
    return URI.create("ws://127.0.0.1:" + lines(file).get(0) + lines(file).get(1));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tab without a memory of others. */
  public Tab open(String url, Look look) {
    String context =
        devTools.call("Target.createBrowserContext", Map.of()).path("browserContextId").asText();
    String target =
        devTools
            .call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
            .path("targetId")
            .asText();
    String session =
        devTools
            .call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    return Tab.open(devTools, session, context, url, look);
  }

  @Override
  public void close() throws IOException {
    devTools.close();
    end(process);
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  /** Waits for the end of all its processes: until then they write into the profile. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
  }
}
