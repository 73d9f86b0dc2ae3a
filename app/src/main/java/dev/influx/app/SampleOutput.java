package dev.influx.app;

import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.Sample.Drawn;
import dev.influx.validator.audit.Stratum;
import dev.influx.validator.audit.review.SheetWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a sample to stdout, as a sheet, for programs, or for whoever sits at a terminal. */
final class SampleOutput {
  private SampleOutput() {}

  static void print(Session session, Sample sample, AuditCommand.View view) {
    switch (view) {
      case TABLE ->
          new SampleText(sample, colours(session)).lines().forEach(session.out()::println);
      case JSON -> session.printJson(json(sample));
      case CSV -> {
        session.out().print(SheetWriter.csv(sample));
        session.out().flush();
      }
    }
  }

  /** The launcher says what is a terminal. */
  private static boolean colours(Session session) {
    return Boolean.getBoolean("influx.terminal.out") && session.surroundings().colours().enabled();
  }

  /** The keys are always all there and in this order; null for what is not known. */
  private static Map<String, Object> json(Sample sample) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("policy", sample.question().policy());
    object.put("policy_sha256", sample.question().sha256());
    object.put("audited", sample.question().asked());
    object.put("seed", sample.seed());
    object.put("wanted", sample.wanted());
    for (Stratum stratum : Stratum.values()) {
      Map<String, Object> side = new LinkedHashMap<>();
      side.put("authors", sample.population().of(stratum));
      side.put("drawn", sample.count(stratum));
      object.put(stratum.code(), side);
    }
    object.put("codes", sample.population().codes());
    object.put("left_out", sample.population().leftOut());
    object.put("authors", sample.drawn().stream().map(each -> author(sample, each)).toList());
    return object;
  }

  private static Map<String, Object> author(Sample sample, Drawn drawn) {
    Profile profile = drawn.author().profile().orElseThrow();
    List<Finding> findings = sample.question().askedOf(drawn.author());
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", drawn.author().id());
    object.put("handle", profile.getHandle());
    object.put("name", profile.getName());
    object.put("followers", profile.getFollowersCount());
    object.put("verified", profile.getVerifiedType());
    object.put("description", profile.getDescription());
    object.put("seen_at", drawn.author().seenAt().toString());
    object.put("stratum", drawn.stratum().code());
    object.put("findings", findings.stream().map(SampleOutput::finding).toList());
    return object;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("code", finding.getCode());
    object.put("rule", finding.getRule());
    object.put("evidence", finding.getEvidence());
    return object;
  }
}
