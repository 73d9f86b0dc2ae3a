package dev.influx.app.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedListTest {
  @TempDir Path data;

  @Test
  void whatIsHeldBackIsToldWithTheGateThatDid() throws IOException {
    Files.createDirectory(data.resolve("withheld"));
    Files.writeString(
        data.resolve("withheld/report.json"),
        """
        {"objections": [{"gate": "shrunk", "why": "5 of 10 are left"},
                        {"gate": "distribution", "why": "all alike"}]}
        """);

    assertThat(PublishedList.in(data).describe())
        .containsEntry("withheld", "shrunk: 5 of 10 are left; distribution: all alike");
  }

  @Test
  void whereNothingWasPublishedOrHeldBackNothingIsSaid() {
    assertThat(PublishedList.in(data).describe().values()).containsOnlyNulls();
  }

  @Test
  void aReportThatCannotBeReadIsNoReport() throws IOException {
    Files.createDirectory(data.resolve("withheld"));
    Files.writeString(data.resolve("withheld/report.json"), "{\"objections\": [");

    assertThat(PublishedList.in(data).describe()).containsEntry("withheld", null);
  }
}
