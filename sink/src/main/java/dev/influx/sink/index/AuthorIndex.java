package dev.influx.sink.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.index.Shelf.Part;
import dev.influx.sink.record.LineTemplate;
import dev.influx.sink.record.PublishedBytes;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.AuthorChange.Refused;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Candidate;
import dev.influx.sink.snapshot.Candidate.Cause;
import dev.influx.sink.snapshot.Candidate.Withheld;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Figures;
import dev.influx.sink.snapshot.Manifest.Freshness;
import dev.influx.sink.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * All accepted authors, on disk in the order of the list, and who is rejected. The topics are
 * compacted and keep the last word on every author, so the index never outlives its sink: reading
 * the topics from their beginning gives it again.
 */
public final class AuthorIndex implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Shelf shelf;
  private final Handles handles;
  private final Doubts doubts;
  private final Refusals refusals;
  private final Census census = new Census();
  private long round = 1;
  private long news;

  private AuthorIndex(Shelf shelf) {
    this.shelf = shelf;
    this.handles = new Handles(shelf);
    this.doubts = new Doubts(shelf);
    this.refusals = new Refusals(shelf);
  }

  /** An index without authors; what was in the directory before is gone. */
  public static AuthorIndex in(Path directory) {
    return new AuthorIndex(Shelf.emptyIn(directory));
  }

  /**
   * Remembers how an author stood in the snapshot that was published last. Only an index without
   * authors can be told.
   */
  public void remember(byte[] publishedLine) {
    byte[] line = LineTemplate.ofPublished(publishedLine).bytes();
    Before before = new Before(PublishedBytes.tenths(publishedLine), line);
    shelf.put(Part.BEFORE, PublishedBytes.id(publishedLine), before.toBytes());
  }

  /** Whether anything that is published changed by it. */
  public boolean apply(AuthorChange change) {
    boolean changed = change.fold(this::upsert, this::withdraw, this::refuse, doubts::raise);
    news += changed ? 1 : 0;
    return changed;
  }

  private boolean upsert(Upserted change) {
    boolean healed = doubts.settle(change.id());
    return put(change.author(), change.line()) || healed;
  }

  private boolean put(ScoredProfile author, LineTemplate line) {
    byte[] id = author.getId().getBytes(UTF_8);
    Entry entry = entry(author, line);
    Optional<Entry> old = entry(id);
    Optional<Row> oldRow = old.map(this::row);
    if (old.filter(entry::equals).isPresent()
        && oldRow.map(Row::line).filter(line::equals).isPresent()) {
      return false;
    }
    Before before = before(id, oldRow);
    old.ifPresentOrElse(this::take, () -> refusals.listed(id));
    Row row = new Row(roundOf(id, line, before), entry.tenths(), before.tenths(), line);
    shelf.put(Part.ORDER, entry.key().bytes(), row.toBytes());
    shelf.put(Part.AUTHORS, id, entry.toBytes());
    handles.replace(old, entry);
    census.add(entry);
    return true;
  }

  private Entry entry(ScoredProfile author, LineTemplate line) {
    return new Entry(
        PublishedBytes.tenths(line.bytes()),
        author.getObservedAt().toEpochMilli(),
        census.numberOf(author.getPolicy()),
        EarlierForm.isFulfilledBy(author),
        new Entry.SortBytes(SortKey.of(author)));
  }

  private Optional<Entry> entry(byte[] id) {
    return shelf.get(Part.AUTHORS, id).map(Entry::of);
  }

  private Row row(Entry entry) {
    return shelf
        .get(Part.ORDER, entry.key().bytes())
        .map(Row::of)
        .orElseThrow(() -> new IllegalStateException("an author without a place in the order"));
  }

  /** How the author stood in the last snapshot, noted at the first change after it. */
  private Before before(byte[] id, Optional<Row> row) {
    Optional<Before> noted = shelf.get(Part.BEFORE, id).map(Before::of);
    if (noted.isPresent()) {
      return noted.get();
    }
    Before before =
        row.map(known -> new Before(known.tenths(), known.line().bytes())).orElse(Before.ABSENT);
    shelf.put(Part.BEFORE, id, before.toBytes());
    return before;
  }

  /** Who stands again as in the last snapshot has not changed since. */
  private long roundOf(byte[] id, LineTemplate line, Before before) {
    if (before.line().filter(known -> Arrays.equals(known, line.bytes())).isEmpty()) {
      return round;
    }
    shelf.delete(Part.BEFORE, id);
    return round - 1;
  }

  private void take(Entry entry) {
    shelf.delete(Part.ORDER, entry.key().bytes());
    census.remove(entry);
  }

  private boolean withdraw(Withdrawn change) {
    boolean healed = doubts.settle(change.id());
    byte[] id = change.id().getBytes(UTF_8);
    Optional<Entry> old = entry(id);
    old.ifPresent(
        known -> {
          before(id, Optional.of(row(known)));
          take(known);
          handles.remove(known);
          shelf.delete(Part.AUTHORS, id);
          refusals.unlisted(id);
        });
    return old.isPresent() || healed;
  }

  /** The list is of those who are accepted: nothing in it changes by who is not. */
  private boolean refuse(Refused change) {
    refusals.take(change, entry(change.id().getBytes(UTF_8)).isPresent());
    return false;
  }

  public long size() {
    return census.size();
  }

  /** Whether nothing was ever said of anyone who is still meant to be there. */
  public boolean isBlank() {
    return census.size() == 0 && doubts.isEmpty();
  }

  /** How many changes it took since a snapshot was published. */
  public long news() {
    return news;
  }

  /** The policy of all authors, as its hash; empty while there is none, or more than one. */
  public Optional<String> policySha256() {
    return census.isMixed()
        ? Optional.empty()
        : census.policy().map(policy -> HexFormat.of().formatHex(policy.getSha256().bytes()));
  }

  /** How many are rejected by another policy than the one that all others are accepted by. */
  public long rejectedByOthers() {
    return policySha256().map(refusals::underOthersThan).orElse(0L);
  }

  /** A snapshot is out: from now on changes are counted against it. */
  public void published() {
    round++;
    news = 0;
    shelf.clear(Part.BEFORE);
  }

  /** What the authors, read up to this cut, may be published as. */
  public Candidate at(Cut cut) {
    if (!doubts.isEmpty()) {
      return doubts.withheld();
    }
    if (census.isMixed()) {
      // Scores of two policies cannot be ranked against each other.
      return new Withheld(
          Cause.MIXED_POLICIES,
          "a change of policy is under way, authors by policy: " + census.shares());
    }
    Snapshot snapshot =
        new Snapshot(cut, census.policy(), figures(), new IndexedContent(shelf, round));
    return handles
        .clash()
        .<Candidate>map(why -> new Withheld(Cause.HANDLES, why, Optional.of(snapshot)))
        .orElseGet(() -> new Candidate.Ready(snapshot));
  }

  private Figures figures() {
    return new Figures(
        census.scores(), refusals.figures(), freshness(), scoreVersion(), census.beyondEarlier());
  }

  private Freshness freshness() {
    long[] times = new long[Math.toIntExact(census.size())];
    int[] next = {0};
    shelf.look(
        Part.AUTHORS,
        (id, value) -> {
          times[next[0]++] = Entry.of(value).observedAt();
          return true;
        });
    Arrays.sort(times);
    return new Freshness(newest(times, 50), newest(times, 95), newest(times, 100));
  }

  /** The time such that so many percent are not older; the nearest rank. */
  private static Instant newest(long[] ascending, int percent) {
    int rank = Math.max(1, (int) Math.ceil(ascending.length * percent / 100.0));
    return ascending.length == 0 ? null : Instant.ofEpochMilli(ascending[ascending.length - rank]);
  }

  private Optional<String> scoreVersion() {
    String[] version = new String[1];
    shelf.look(
        Part.ORDER,
        (key, value) -> {
          version[0] = version(Row.of(value).line().bytes());
          return false;
        });
    return Optional.ofNullable(version[0]);
  }

  private static String version(byte[] line) {
    try {
      return JSON.readTree(line).at("/meta/score_version").textValue();
    } catch (IOException e) {
      throw new UncheckedIOException("lines are JSON", e);
    }
  }

  @Override
  public void close() {
    shelf.close();
  }
}
