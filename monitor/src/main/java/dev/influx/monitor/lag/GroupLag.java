package dev.influx.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How far a group is behind: its partitions, and what they make together. A sum is absent where a
 * part of it is not known.
 *
 * @param partitions in their order
 * @param stale set if the last look at them failed
 */
public record GroupLag(About about, List<PartitionLag> partitions, Optional<Stale> stale) {

  /** Since when nothing new is known, and why. */
  public record Stale(Instant since, String why) {}

  /**
   * What a cluster says of a group.
   *
   * @param kind {@code classic}, {@code consumer} or {@code streams}
   * @param state in the words of the cluster
   * @param members their ids; empty if nobody can tell
   * @param replay whether a replay owns it, whose lag says nothing of what is live
   */
  public record About(
      String group, String kind, String state, Optional<Set<String>> members, boolean replay) {
    public About {
      members = members.map(Set::copyOf);
    }

    /** How many members there are; empty if nobody can tell. */
    public OptionalInt size() {
      return members.map(ids -> OptionalInt.of(ids.size())).orElse(OptionalInt.empty());
    }
  }

  public GroupLag {
    partitions = partitions.stream().sorted(Comparator.comparing(PartitionLag::partition)).toList();
  }

  public static GroupLag of(About about, List<PartitionLag> partitions) {
    return new GroupLag(about, partitions, Optional.empty());
  }

  /** A group that is known to be there, and nothing else of it. */
  public static GroupLag unseen(About about, Stale stale) {
    return new GroupLag(about, List.of(), Optional.of(stale));
  }

  /** The same figures, after a look that failed. */
  public GroupLag stale(Stale now) {
    Stale first = new Stale(stale.map(Stale::since).orElse(now.since()), now.why());
    return new GroupLag(
        about, partitions.stream().map(it -> it.stale(now.why())).toList(), Optional.of(first));
  }

  /** The same group, as far as it reads one topic. */
  public GroupLag reading(String topic) {
    return new GroupLag(
        about,
        partitions.stream().filter(it -> it.partition().topic().equals(topic)).toList(),
        stale);
  }

  public String group() {
    return about.group();
  }

  /** Records that the group has yet to read, counted as offsets. */
  public OptionalLong records() {
    List<PartitionLag> behind = behind();
    return partitions.isEmpty() || behind.stream().anyMatch(it -> it.records().isEmpty())
        ? OptionalLong.empty()
        : OptionalLong.of(behind.stream().mapToLong(it -> it.records().getAsLong()).sum());
  }

  /** The same, of the partition that has most. */
  public OptionalLong maxRecords() {
    return records().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            behind().stream().mapToLong(it -> it.records().orElse(0)).max().orElse(0));
  }

  /** Of the partition that is longest behind. */
  public Optional<TimeLag> time() {
    List<PartitionLag> counted = behind().isEmpty() ? partitions : behind();
    return counted.stream().anyMatch(it -> it.isBehind() && it.time().isEmpty())
        ? Optional.empty()
        : counted.stream()
            .flatMap(it -> it.time().stream())
            .max(Comparator.comparing(TimeLag::age));
  }

  /** Records a second by which the group falls behind. */
  public OptionalDouble velocity() {
    List<OptionalDouble> known =
        partitions.stream().map(PartitionLag::velocity).filter(OptionalDouble::isPresent).toList();
    return known.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(known.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
  }

  /** Until the last partition is read; absent where one of them does not come nearer. */
  public Optional<Duration> catchUp() {
    return partitions.isEmpty() || behind().stream().anyMatch(it -> it.catchUp().isEmpty())
        ? Optional.empty()
        : Optional.of(
            behind().stream()
                .flatMap(it -> it.catchUp().stream())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO));
  }

  public Optional<Duration> commitAge() {
    return partitions.stream()
        .flatMap(it -> it.commitAge().stream())
        .max(Comparator.naturalOrder());
  }

  /** Of the partition that may be the first to lose records. */
  public Optional<Duration> retentionMargin() {
    return partitions.stream()
        .flatMap(it -> it.retentionMargin().stream())
        .min(Comparator.naturalOrder());
  }

  /** Offsets that were deleted before the group came to them, as far as it has committed. */
  public OptionalLong lost() {
    return partitions.stream().allMatch(it -> it.look().committed().isEmpty())
        ? OptionalLong.empty()
        : OptionalLong.of(partitions.stream().mapToLong(it -> it.look().lost()).sum());
  }

  /** Of the partition that does worst. */
  public Verdict verdict() {
    return stale
        .map(it -> new Verdict(LagState.UNKNOWN, it.why()))
        .orElseGet(this::verdictOfPartitions);
  }

  private Verdict verdictOfPartitions() {
    return PartitionLag.worst(partitions.stream())
        .map(
            it ->
                it.state() == LagState.OK
                    ? it.verdict()
                    : new Verdict(it.state(), it.partition() + " " + it.verdict().reason()))
        .orElse(new Verdict(LagState.OK, "reads no topic"));
  }

  public LagState state() {
    return verdict().state();
  }

  private List<PartitionLag> behind() {
    return partitions.stream().filter(PartitionLag::isBehind).toList();
  }
}
