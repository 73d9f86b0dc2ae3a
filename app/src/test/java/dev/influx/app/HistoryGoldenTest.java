package dev.influx.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.HistoryView.StateFrom;
import dev.influx.app.history.Appearance;
import dev.influx.app.history.Appearance.Change;
import dev.influx.app.history.Appearances;
import dev.influx.app.history.AuthorFile;
import dev.influx.app.history.Recorded;
import dev.influx.app.history.Sighting;
import dev.influx.app.history.Timeline;
import dev.influx.app.history.Timeline.Moment;
import dev.influx.app.history.Timeline.Opinion;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.SourceKind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the history of an author looks like to programs. */
class HistoryGoldenTest {
  private static final String ID = "17";
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  void isJsonWithEveryKeyInItsPlace() throws IOException {
    String json =
        new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(HistoryJson.of(view()));
    Golden.check("history.json", json + "\n");
  }

  private static HistoryView view() {
    Sighting seen = new Sighting(new Lineage("influx.profiles.raw", 1, 40L), seen());
    Sighting gone = new Sighting(new Lineage("influx.profiles.raw", 1, 77L), gone());
    AuthorFile file =
        new AuthorFile(
            ID,
            List.of(seen, gone),
            List.of(
                new Recorded(
                    "influx.profiles.accepted",
                    NOON.plusSeconds(60),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()),
                new Recorded(
                    "influx.profiles.rejected",
                    NOON.plusSeconds(60),
                    Optional.of(gone.at()),
                    Optional.of("m2@2"),
                    List.of("unavailable_suspended"),
                    Optional.empty())),
            0);
    Opinion in = new Opinion(List.of(), Optional.of(61.5));
    Opinion out = new Opinion(List.of("unavailable_suspended"), Optional.empty());
    return new HistoryView(
        file,
        List.of(
            timeline("m2@1", seen, gone, in, out),
            timeline("m2@2", seen, gone, new Opinion(List.of(), Optional.of(70.1)), out)),
        new Appearances(
            List.of(
                appearance(0, Change.ADDED, Optional.of(3L), Optional.of(70.1)),
                appearance(20, Change.SAME, Optional.empty(), Optional.of(70.1)),
                appearance(50, Change.REMOVED, Optional.empty(), Optional.empty())),
            List.of("2026-03-09T120000Z-0a1b2c3d")),
        Optional.of(StateFrom.SCORER));
  }

  private static Timeline timeline(
      String policy, Sighting seen, Sighting gone, Opinion then, Opinion now) {
    return new Timeline(
        policy,
        List.of(
            new Moment(seen, "newer", Optional.of(then)),
            new Moment(gone, "newer", Optional.of(now))));
  }

  private static Appearance appearance(
      int second, Change change, Optional<Long> rank, Optional<Double> score) {
    return new Appearance(
        "2026-03-10T1200%02dZ-4e5f6a7b".formatted(second % 60),
        NOON.plusSeconds(second),
        "m2@2",
        change,
        rank,
        score);
  }

  private static RawProfile seen() {
    return observation(NOON, Availability.AVAILABLE)
        .setProfile(
            Profile.newBuilder()
                .setHandle("jane_example")
                .setName("Jane")
                .setFollowersCount(61_000L)
                .setTweetCount(512L)
                .build())
        .build();
  }

  private static RawProfile gone() {
    return observation(NOON.plusSeconds(60), Availability.SUSPENDED)
        .setHandle("jane_example")
        .build();
  }

  private static RawProfile.Builder observation(Instant at, Availability availability) {
    return RawProfile.newBuilder()
        .setId(ID)
        .setFetchedAt(at)
        .setAvailability(availability)
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.X_API)
                .setEndpoint("GET /2/users")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of());
  }
}
