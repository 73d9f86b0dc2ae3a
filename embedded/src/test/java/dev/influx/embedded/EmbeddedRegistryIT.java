package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbeddedRegistryIT extends RegistryFixture {
  @Test
  void continuesWhereItStopped() {
    rest.postSchema("/subjects/s/versions", LONG);
    rest.postSchema("/subjects/s/versions", LONG_AND_B);
    rest.delete("/subjects/s/versions/1");
    rest.put("/config/s", "{'compatibility':'NONE'}");
    RegistrySettings settings = registry.settings();
    registry.close();
    registry.close();

    registry = EmbeddedRegistry.start(settings);

    assertThat(registry.settings()).isEqualTo(settings);
    rest.get("/subjects/s/versions?deleted=true").is("[1,2]");
    rest.get("/subjects/s/versions").is("[2]");
    rest.get("/schemas/ids/1/schema").is(LONG);
    rest.get("/config/s").is("{'compatibilityLevel':'NONE'}");
    rest.postSchema("/subjects/s/versions", TEXT).is("{'id':3}");
  }

  @Test
  void refusesADirectoryInUse() {
    assertRefused(registry.settings().withPort(0), "in use", "another data directory");
  }

  @Test
  void refusesATakenPortAndGivesTheDirectoryBack() throws Exception {
    Path directory = temp.resolve("other");
    try (ServerSocket other = new ServerSocket()) {
      other.bind(Loopback.address(0));
      int port = other.getLocalPort();
      assertRefused(
          RegistrySettings.in(directory).withPort(port), "Port " + port, "choose another port");
    }
    EmbeddedRegistry.start(RegistrySettings.in(directory)).close();
    assertThat(directory.resolve("schemas.journal")).exists();
  }

  @Test
  void refusesTheDirectoryOfABroker() throws Exception {
    Path directory = Files.createDirectory(temp.resolve("broker"));
    Files.writeString(
        directory.resolve(DataDirectory.LABEL),
        "{\"kind\":\"broker\",\"format\":1,\"kafka\":\"4.3.1\"}");

    assertRefused(RegistrySettings.in(directory), "data of a broker", "another data directory");
  }

  @Test
  void refusesADamagedJournal() throws Exception {
    rest.postSchema("/subjects/s/versions", LONG);
    rest.postSchema("/subjects/s/versions", LONG_AND_B);
    registry.close();
    Path journal = temp.resolve("data/schemas.journal");
    Files.writeString(journal, Files.readString(journal).replaceFirst("long", "lung"));

    assertRefused(RegistrySettings.in(temp.resolve("data")), "line 1 of", "from a backup");
  }

  private static void assertRefused(RegistrySettings settings, String why, String remedy) {
    assertThatExceptionOfType(UnableToStartRegistryException.class)
        .isThrownBy(() -> EmbeddedRegistry.start(settings))
        .satisfies(e -> assertThat(e.what()).contains(settings.directory().toString()))
        .satisfies(e -> assertThat(e.why()).contains(why))
        .satisfies(e -> assertThat(e.remedy()).contains(remedy))
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(3));
  }
}
