package dev.influx.validator.audit;

import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Authors to audit, with findings that no gate had to make. */
public final class TestingAudit {
  public static final String SHA256 = "ab".repeat(32);

  private static final Instant SEEN = Instant.parse("2025-11-28T00:00:00Z");

  private TestingAudit() {}

  public static Question about(String... codes) {
    return new Question("m2@2", SHA256, new TreeSet<>(List.of(codes)));
  }

  public static AuditedAuthor author(long id, String... codes) {
    return seen(SEEN, id, codes);
  }

  static AuditedAuthor seen(Instant at, long id, String... codes) {
    return with(at, Long.toString(id), profile("Name " + id, "Bio of " + id), codes);
  }

  /** Whose name and bio are this text, and the evidence against whom is too. */
  public static AuditedAuthor hostile(long id, String text) {
    AuditedAuthor author = with(SEEN, Long.toString(id), profile(text, text));
    Finding finding = new Finding("organization", "organizations@1.we", text);
    return new AuditedAuthor(author.id(), SEEN, author.profile(), List.of(finding));
  }

  private static Profile profile(String name, String bio) {
    return Profile.newBuilder().setHandle("handle").setName(name).setDescription(bio).build();
  }

  private static AuditedAuthor with(Instant at, String id, Profile profile, String... codes) {
    List<Finding> findings =
        Stream.of(codes).map(code -> new Finding(code, code + ".rule", "because")).toList();
    return new AuditedAuthor(id, at, Optional.of(profile), findings);
  }

  /** A sample of so many flagged and so many clean authors. */
  public static Sample sample(int flagged, int clean, int wanted) {
    Sampling sampling = new Sampling(about(), 1, wanted);
    authors(flagged, clean).forEach(sampling::add);
    return sampling.sample();
  }

  static List<AuditedAuthor> authors(int flagged, int clean) {
    List<AuditedAuthor> authors = new ArrayList<>();
    for (int id = 1; id <= flagged; id++) {
      authors.add(author(id, "organization"));
    }
    for (int id = flagged + 1; id <= flagged + clean; id++) {
      authors.add(author(id));
    }
    return authors;
  }
}
