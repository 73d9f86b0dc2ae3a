package dev.influx.harvester.errand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.influx.schemas.SourceKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunDirectoryTest {
  private static final Instant BEGUN = Instant.parse("2026-03-03T10:00:00Z");
  private static final Counterpart X = new Counterpart("x_api", "https://api.x.com");

  @TempDir private Path runs;

  @Test
  void saysOfARunWhatItIs() throws IOException {
    Path list = Files.writeString(runs.resolve("list.txt"), "ada\nADA\nnot-a-handle\nbob");
    try (RunDirectory directory =
        RunDirectory.create(runs, "one", BEGUN, X, new ListSource().with(list))) {
      assertThat(directory.description())
          .isEqualTo(
              new RunDescription(
                  "one",
                  "2026-03-03T10:00:00Z",
                  X,
                  List.of(new Source(list.toString(), ListSource.fingerprint(list))),
                  2,
                  1,
                  1,
                  false));
    }
    assertThat(RunDirectory.all(runs))
        .singleElement()
        .extracting(RunDescription::accepted, RunDescription::duplicates, RunDescription::rejected)
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void isForOneProcessAtATime() {
    try (RunDirectory first = create("one", BEGUN)) {
      assertThat(first.description().id()).isEqualTo("one");
      assertThatExceptionOfType(UnableToUseRunException.class)
          .isThrownBy(() -> RunDirectory.open(runs, "one"))
          .withMessageContaining("under way already");
    }
    try (RunDirectory second = RunDirectory.open(runs, "one")) {
      assertThat(second.description().finished()).isFalse();
    }
  }

  @Test
  void remembersThatARunCameToItsEnd() {
    try (RunDirectory directory = create("one", BEGUN)) {
      directory.finish();
    }
    assertThat(RunDirectory.all(runs)).singleElement().matches(RunDescription::finished);
  }

  @Test
  void hasTheLatestRunFirstAndLeavesOutWhatIsNone() throws IOException {
    create("older", BEGUN).close();
    create("newer", BEGUN.plusSeconds(60)).close();
    Files.createDirectories(runs.resolve("nothing"));
    Files.createDirectories(runs.resolve("torn"));
    Files.writeString(runs.resolve("torn/run.json"), "{\"id\":");

    assertThat(RunDirectory.all(runs))
        .extracting(RunDescription::id)
        .containsExactly("newer", "older");
    assertThat(RunDirectory.all(runs.resolve("none"))).isEmpty();
  }

  @Test
  void leavesNothingOfARunThatIsTakenBack() {
    try (RunDirectory directory = create("one", BEGUN)) {
      directory.discard();
    }
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void saysHowToSeeTheRunsWhereThereIsNone() {
    assertThatExceptionOfType(UnableToUseRunException.class)
        .isThrownBy(() -> RunDirectory.open(runs, "one"))
        .withMessage("there is no run one")
        .satisfies(e -> assertThat(e.remedy()).contains("influx harvest resume --list"));
  }

  @Test
  void letsGoOfALockWhenAListCannotBeRead() {
    ListSource broken =
        new ListSource()
            .with(
                "gone.txt",
                () -> {
                  throw new IOException("no such file");
                });
    assertThatExceptionOfType(UnableToUseRunException.class)
        .isThrownBy(() -> RunDirectory.create(runs, "one", BEGUN, X, broken));
    assertThat(RunDirectory.all(runs)).as("it never began").isEmpty();

    create("one", BEGUN).close();
    assertThat(RunDirectory.all(runs)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"SIMULATOR, http://127.0.0.1:8090", "X_API, https://api.twitter.com"})
  void goesOnWithNobodyElse(SourceKind kind, URI address) {
    try (RunDirectory directory = create("one", BEGUN)) {
      RunDescription run = directory.description();
      assertThatCode(() -> run.requireSame(X)).doesNotThrowAnyException();
      assertThatExceptionOfType(UnableToUseRunException.class)
          .isThrownBy(() -> run.requireSame(Counterpart.of(kind, address)))
          .satisfies(e -> assertThat(e.what()).contains(address.toString()))
          .satisfies(e -> assertThat(e.remedy()).contains("X at https://api.x.com"));
    }
  }

  private RunDirectory create(String id, Instant when) {
    return RunDirectory.create(
        runs,
        id,
        when,
        X,
        new ListSource().with("stdin", () -> new ByteArrayInputStream("ada\n".getBytes(UTF_8))));
  }
}
