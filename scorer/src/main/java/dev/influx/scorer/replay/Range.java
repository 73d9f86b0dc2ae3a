package dev.influx.scorer.replay;

import dev.influx.lists.Domain;
import dev.influx.lists.Spelling;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Which observations a replay is about: all of them, or those of some time or some authors.
 *
 * @param from the first instant at which they may have been made
 * @param until the first instant at which they may no longer
 * @param domain of their authors: those who were ever seen with it
 * @param sampleMillionths of a million authors, told apart by a hash of their ids
 */
public record Range(
    Optional<String> from,
    Optional<String> until,
    Optional<String> domain,
    Optional<Long> sampleMillionths) {

  /** All authors. */
  public static final long WHOLE = 1_000_000;

  public static final Range ALL =
      new Range(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Range {
    from.ifPresent(Instant::parse);
    until.ifPresent(Instant::parse);
    if (domain.filter(id -> Domain.find(id).isEmpty()).isPresent()) {
      throw new IllegalArgumentException("there is no domain " + domain.get());
    }
    if (sampleMillionths.filter(part -> part < 1 || part > WHOLE).isPresent()) {
      throw new IllegalArgumentException("a sample is more than nobody and at most everybody");
    }
    if (from.isPresent()
        && until.isPresent()
        && !Instant.parse(from.get()).isBefore(Instant.parse(until.get()))) {
      throw new IllegalArgumentException("the range ends before it begins");
    }
  }

  static Optional<Range> read(StrictMapping written) {
    Optional<String> from = written.optional("from").map(Range::instant);
    Optional<String> until = written.optional("until").map(Range::instant);
    Optional<String> domain = written.optional("domain").map(Range::domain);
    Optional<Long> sample =
        written.optional("sample_millionths").map(value -> value.wholeNumber(1, WHOLE));
    return written.complete(() -> new Range(from, until, domain, sample));
  }

  private static String instant(StrictValue value) {
    String text = value.text();
    try {
      return Instant.parse(text).toString();
    } catch (DateTimeParseException e) {
      value.refuse("is no instant", "write it as 2026-11-21T00:00:00Z");
      return Instant.EPOCH.toString();
    }
  }

  private static String domain(StrictValue value) {
    String id = value.text();
    if (Domain.find(id).isEmpty()) {
      value.refuse("is no domain", Spelling.suggest(id, Domain.ids()));
      return Domain.ids().iterator().next();
    }
    return id;
  }

  /** Whether nothing is left out, so that the results may take the place of the live ones. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** By when the observation was made; records carry that as their time. */
  public boolean hasTime(long millis) {
    Instant at = Instant.ofEpochMilli(millis);
    return from.filter(first -> at.isBefore(Instant.parse(first))).isEmpty()
        && until.filter(end -> !at.isBefore(Instant.parse(end))).isEmpty();
  }

  /** Whether an author is in the sample. The same authors are in every larger one. */
  public boolean hasSampled(String id) {
    return sampleMillionths.filter(part -> lot(id) >= part).isEmpty();
  }

  private static long lot(String id) {
    CRC32C crc = new CRC32C();
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    // The remainders of a checksum are not spread evenly over ids that follow each other.
    long mixed = crc.getValue() * 0x9E3779B97F4A7C15L;
    return Long.remainderUnsigned(mixed ^ (mixed >>> 32), WHOLE);
  }

  /** For a person to read. */
  @Override
  public String toString() {
    if (isAll()) {
      return "all observations";
    }
    return "observations"
        + from.map(first -> " from " + first).orElse("")
        + until.map(end -> " until " + end).orElse("")
        + domain.map(id -> " of authors in " + id).orElse("")
        + sampleMillionths.map(part -> " of " + part / 10_000.0 + " % of authors").orElse("");
  }
}
