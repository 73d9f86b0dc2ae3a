package dev.influx.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.bench.load.Crowd;
import dev.influx.schemas.Availability;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import dev.influx.scorer.activity.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The authors that a benchmark goes round: those of a file of user objects, or invented ones. */
final class BenchAuthors {
  static final String INVENTED = "";

  private static final int INVENTED_AUTHORS = 1_000;
  private static final Lineage HERE = new Lineage("bench", 0, 0L);
  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchAuthors() {}

  /** Only those with a profile; each is seen once. */
  static List<History> of(String file) throws IOException {
    List<RawProfile> seen = file.equals(INVENTED) ? invented() : read(Path.of(file));
    return seen.stream()
        .filter(observation -> observation.getProfile() != null)
        .map(observation -> new History(observation, HERE, List.of(), Optional.empty(), List.of()))
        .toList();
  }

  private static List<RawProfile> invented() {
    Crowd crowd = new Crowd(42, INVENTED_AUTHORS, INVENTED_AUTHORS);
    List<RawProfile> seen = new ArrayList<>();
    for (int i = 0; i < INVENTED_AUTHORS; i++) {
      seen.add(crowd.observation(i));
    }
    return seen;
  }

  private static List<RawProfile> read(Path file) throws IOException {
    Instant now = Instant.now();
    List<RawProfile> seen = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode user = JSON.readTree(line);
      if (UserObject.read(user) instanceof UserReading.Author author) {
        seen.add(observation(author, user.path("domain").textValue(), now));
      }
    }
    return seen;
  }

  private static RawProfile observation(UserReading.Author author, String domain, Instant now) {
    return RawProfile.newBuilder()
        .setId(author.id())
        .setFetchedAt(now)
        .setAvailability(Availability.AVAILABLE)
        .setProfile(author.profile())
        .setDomain(domain)
        .setProvenance(
            Provenance.newBuilder()
                .setKind(SourceKind.IMPORT)
                .setEndpoint("benchmark")
                .setAnswerSha256(new Sha256(new byte[32]))
                .build())
        .setSources(List.of(new Source("file", now, "file:users.jsonl#L1")))
        .build();
  }
}
