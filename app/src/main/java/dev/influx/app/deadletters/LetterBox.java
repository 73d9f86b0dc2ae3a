package dev.influx.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.Explained;
import dev.influx.runtime.TopicReading;
import dev.influx.runtime.audit.AuditLog;
import dev.influx.schemas.AuditEvent;
import dev.influx.schemas.wire.Registry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The dead letters of an installation that nobody has decided about. A decision is noted in the
 * audit topic; the bytes stay where they are until their time is over.
 */
public final class LetterBox {
  private static final String SUBJECT = "dead-letters";

  private final Installation installation;
  private final AuditLog audit;

  public LetterBox(Installation installation, Registry registry) {
    this.installation = installation;
    this.audit = new AuditLog(installation.kafka(), registry, installation.topics());
  }

  /** What people decide about a letter. */
  public enum Decision {
    REDRIVEN("redriven"),
    DISCARDED("discarded");

    private final String action;

    Decision(String action) {
      this.action = action;
    }
  }

  /** All that are there and open, the oldest of each partition first. */
  public List<DeadLetter> open() {
    Set<String> decided = decided();
    List<DeadLetter> letters = new ArrayList<>();
    TopicReading.required(installation.kafka(), "influx-dlq", installation.topics().dead())
        .forEach(
            record -> {
              DeadLetter letter = DeadLetter.of(record);
              if (!decided.contains(letter.id())) {
                letters.add(letter);
              }
            },
            read -> {});
    return letters;
  }

  /** Those of some ids; every one of them has to be open. */
  public List<DeadLetter> open(Collection<String> ids) {
    List<DeadLetter> letters = open().stream().filter(letter -> ids.contains(letter.id())).toList();
    Set<String> missing = new HashSet<>(ids);
    letters.forEach(letter -> missing.remove(letter.id()));
    if (!missing.isEmpty()) {
      throw new Explained(
          "there is no open dead letter " + String.join(", ", missing),
          "it was decided about, has expired, or never was",
          "see influx dlq list",
          null);
    }
    return letters;
  }

  private Set<String> decided() {
    Set<String> actions =
        Arrays.stream(Decision.values()).map(each -> each.action).collect(Collectors.toSet());
    return audit.read().stream()
        .filter(event -> event.getSubject().equals(SUBJECT))
        .filter(event -> actions.contains(event.getAction()) && event.getDocument() != null)
        .flatMap(event -> UTF_8.decode(event.getDocument().duplicate()).toString().lines())
        .collect(Collectors.toSet());
  }

  /** Notes a decision about letters, which are open no longer. */
  public void note(Decision decision, List<DeadLetter> letters, Instant at, String by)
      throws InterruptedException {
    String ids = letters.stream().map(DeadLetter::id).collect(Collectors.joining("\n"));
    String reasons =
        letters.stream().map(DeadLetter::reason).distinct().collect(Collectors.joining(", "));
    audit.note(
        AuditEvent.newBuilder()
            .setSubject(SUBJECT)
            .setAction(decision.action)
            .setAt(at.truncatedTo(ChronoUnit.MILLIS))
            .setBy(by)
            .setDetail(letters.size() + " of " + reasons)
            .setDocument(ByteBuffer.wrap(ids.getBytes(UTF_8)))
            .build());
  }
}
