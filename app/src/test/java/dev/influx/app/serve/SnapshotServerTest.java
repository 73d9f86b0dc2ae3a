package dev.influx.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotServerTest extends PublishedFilesContract {
  private SnapshotServer server;

  @Override
  URI serve(Path published) {
    server =
        SnapshotServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), published);
    return server.uri();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void thereIsNothingButFiles() throws Exception {
    assertThat(get("").statusCode()).isEqualTo(404);
  }
}
