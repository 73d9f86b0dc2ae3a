package dev.influx.app;

import dev.influx.app.deadletters.DeadLetter;
import dev.influx.app.deadletters.LetterBox;
import dev.influx.app.pipe.PolicyDesk;
import dev.influx.app.pipe.PolicyStanding;
import dev.influx.app.pipe.ScorerPicture;
import dev.influx.app.pipe.Wiring;
import dev.influx.monitor.facts.DeadFacts;
import dev.influx.monitor.facts.Neighbours;
import dev.influx.monitor.facts.PolicyFacts;
import dev.influx.monitor.facts.PolicyFacts.Active;
import dev.influx.monitor.facts.PolicyFacts.Named;
import dev.influx.monitor.facts.ReplayFacts;
import dev.influx.monitor.facts.SnapshotFacts;
import dev.influx.runtime.Health;
import dev.influx.runtime.conservation.Conservation;
import dev.influx.runtime.conservation.ConservationAudit;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScorerStanding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the commands know of an installation, for the page. */
final class PageFacts implements Neighbours {
  private static final Duration LETTERS_EVERY = Duration.ofSeconds(15);
  private static final int PREVIEW = 256;

  private final ReplayWork work;
  private final Supplier<Map<String, Health>> parts;
  private final PageReplays replays;
  private final PageSnapshots snapshots;
  private final PageAuthors authors;
  private final ConservationAudit audit;
  private Optional<DeadFacts> letters = Optional.empty();
  private Instant lettersAt = Instant.MIN;
  private volatile boolean lettersAreOld;

  PageFacts(Session session, ReplayWork work, Supplier<Map<String, Health>> parts) {
    this.work = work;
    this.parts = parts;
    this.replays = new PageReplays(work);
    this.snapshots = new PageSnapshots(work.data());
    this.authors = new PageAuthors(session, work);
    this.audit = Wiring.audit(work.installation(), Clock.systemUTC());
  }

  @Override
  public PolicyFacts policy() {
    PolicyDesk desk = PolicyDesk.open(work.installation(), work.registry());
    Optional<PolicyRef> inForce = desk.inForce();
    Optional<PolicyEvent> event = desk.book().active();
    PolicyStanding standing = PolicyStanding.of(work.installation(), inForce);
    List<ScorerStanding> partitions = List.copyOf(standing.partitions().values());
    Optional<Named> previous = event.map(PolicyEvent::getPrevious).map(PageFacts::named);
    return new PolicyFacts(
        inForce.map(it -> active(it, event)),
        previous,
        standing.settled(),
        partitions.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(PolicyStanding.share(partitions)),
        partitions.stream().mapToLong(ScorerStanding::getAuthors).sum(),
        partitions.stream().mapToLong(PageFacts::walked).sum(),
        mismatched(partitions, inForce),
        previous.isPresent());
  }

  private static long walked(ScorerStanding standing) {
    return standing.getFinished() ? standing.getAuthors() : standing.getWalked();
  }

  private static Named named(PolicyRef policy) {
    return new Named(policy.getId(), HexFormat.of().formatHex(policy.getSha256().bytes()));
  }

  private static Active active(PolicyRef policy, Optional<PolicyEvent> event) {
    Named name = named(policy);
    return new Active(
        name.id(),
        name.sha256(),
        event.map(PolicyEvent::getAt),
        event.map(PolicyEvent::getBy),
        event.map(PolicyEvent::getReason));
  }

  private static int mismatched(List<ScorerStanding> partitions, Optional<PolicyRef> active) {
    return (int)
        partitions.stream()
            .filter(it -> active.isPresent() && !it.getPolicy().equals(active.get()))
            .map(it -> Objects.toString(it.getInstance(), ""))
            .distinct()
            .count();
  }

  @Override
  public List<ReplayFacts> replays() {
    return replays.read(Instant.now());
  }

  @Override
  public List<SnapshotFacts> snapshots() {
    return snapshots.read(Instant.now());
  }

  /** Reading all of them takes a while, and they are few: now and then is enough. */
  @Override
  public DeadFacts dead() {
    Instant now = Instant.now();
    if (lettersAreOld || lettersAt.isBefore(now.minus(LETTERS_EVERY))) {
      lettersAreOld = false;
      letters = Optional.of(count(open()));
      lettersAt = now;
    }
    return letters.orElseThrow();
  }

  /** Somebody has decided about letters: what was read of them is old. */
  void lettersChanged() {
    lettersAreOld = true;
  }

  @Override
  public Optional<Conservation> conservation() {
    return audit.look();
  }

  private List<DeadLetter> open() {
    return new LetterBox(work.installation(), work.registry()).open();
  }

  private static DeadFacts count(List<DeadLetter> open) {
    Map<String, List<DeadLetter>> byReason =
        open.stream()
            .collect(Collectors.groupingBy(DeadLetter::reason, TreeMap::new, Collectors.toList()));
    List<DeadFacts.Reason> reasons = new ArrayList<>();
    byReason.forEach(
        (reason, letters) ->
            reasons.add(
                new DeadFacts.Reason(
                    reason,
                    letters.size(),
                    letters.stream().map(DeadLetter::died).max(Instant::compareTo).orElseThrow(),
                    letters.stream().map(DeadLetter::died).min(Instant::compareTo).orElseThrow())));
    reasons.sort(Comparator.comparingLong(DeadFacts.Reason::letters).reversed());
    return new DeadFacts(open.size(), reasons);
  }

  @Override
  public Object deadSample(String reason, int limit) {
    List<DeadLetter> all =
        open().stream().filter(letter -> letter.reason().equals(reason)).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", reason);
    json.put("letters", all.size());
    json.put(
        "samples",
        all.subList(Math.max(0, all.size() - limit), all.size()).stream()
            .map(PageFacts::sample)
            .toList());
    return json;
  }

  private static Map<String, Object> sample(DeadLetter letter) {
    byte[] value = letter.value();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("letter", letter.id());
    json.put("died", letter.died());
    json.put("key", letter.key());
    json.put("from", letter.origin());
    json.put("error", letter.error());
    json.put("redriven", letter.redriven());
    json.put("bytes", value.length);
    json.put("preview", preview(value));
    return json;
  }

  private static String preview(byte[] value) {
    StringBuilder preview = new StringBuilder();
    for (int i = 0; i < Math.min(PREVIEW, value.length); i++) {
      preview.append(value[i] >= ' ' && value[i] < 0x7F ? (char) value[i] : '.');
    }
    return preview.toString();
  }

  @Override
  public Optional<Object> author(String who) {
    return authors.find(who);
  }

  @Override
  public Map<String, Health> parts() {
    return parts.get();
  }

  @Override
  public String topology() {
    return ScorerPicture.of(work.installation(), work.registry()).text();
  }

  @Override
  public String topologySvg() {
    return ScorerPicture.of(work.installation(), work.registry()).svg();
  }
}
