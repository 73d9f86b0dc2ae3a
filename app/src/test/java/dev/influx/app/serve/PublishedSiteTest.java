package dev.influx.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.monitor.web.EventStream;
import dev.influx.monitor.web.WebServer;
import dev.influx.monitor.web.WebSettings;
import dev.influx.runtime.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same files on the server of the monitor, by its rules. */
class PublishedSiteTest extends PublishedFilesContract {
  private static final int MANY_BUFFERS = 3 << 20;

  private Path data;
  private WebServer server;

  @Override
  URI serve(Path published) {
    data = published;
    return listen(InetAddress.getLoopbackAddress().getHostAddress(), Optional.empty());
  }

  private URI listen(String host, Optional<Secret> token) {
    server =
        WebServer.start(
            new WebSettings(new InetSocketAddress(host, 0), token, 1),
            new PublishedSite(data),
            new EventStream(1));
    return URI.create("http://127.0.0.1:" + server.address().getPort());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aLongListComesWhole() throws Exception {
    byte[] list = new byte[MANY_BUFFERS];
    new Random(1).nextBytes(list);
    Files.write(data.resolve("latest.jsonl.gz"), list);

    assertThat(bytes("latest.jsonl.gz")).isEqualTo(list);
  }

  @Test
  void beyondThisMachineFilesNeedTheToken() throws Exception {
    server.close();
    URI open = listen("0.0.0.0", Optional.of(Secret.of("correct-horse")));

    assertThat(get(open, "latest.jsonl").statusCode()).isEqualTo(401);
    assertThat(get(open, "manifest.json").statusCode()).isEqualTo(401);
    assertThat(get(open, OWN + "authors.jsonl.gz").body()).doesNotContain("0123456789");
    assertThat(get(open, "latest.jsonl", "Authorization", "Bearer correct-horse").body())
        .isEqualTo("0123456789");
  }
}
