package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.JudgedAuthors;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.ReplayPlan;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Whether the live results and those of a replay are the same on every id, bit for bit. While
 * observations come in there is no moment at which both have seen everything of everybody, so it
 * may take several looks: an id is proven once both had seen the same of it.
 *
 * @param same ids of whom both sides say the same, or did when both had seen the same
 * @param newer ids of whom the live side was always ahead: nothing can be said of them
 * @param different ids of whom the sides say something else, or one says nothing
 */
public record ReplayProof(long same, long newer, List<String> different) {

  public ReplayProof {
    different = List.copyOf(different);
  }

  /**
   * One author of one side; records are written anew, so that the release that did so is no matter.
   */
  private record Author(String id, int partition, long offset, Fingerprint said) {}

  /** A SHA-256, in as little memory as millions of them should take. */
  private record Fingerprint(long a, long b, long c, long d) {
    static Fingerprint of(byte[] bytes) {
      try {
        ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }

  /**
   * Looks at all ids.
   *
   * @param proven those of whom earlier looks have found both sides to say the same; this look adds
   *     its own
   */
  public static ReplayProof of(
      Installation live, Registry registry, ReplayPlan plan, Set<String> proven) {
    Installation shadow = live.withTopics(live.topics().shadow(plan.id()));
    Map<String, Fingerprint> then = new HashMap<>();
    Tally tally = new Tally(plan, then, proven);
    read(shadow, live, registry, tally.different)
        .forEach(author -> then.put(author.id(), author.said()), read -> {});
    read(live, live, registry, tally.different).forEach(tally::take, read -> {});
    return tally.proof();
  }

  /** Takes the authors of the live side, one by one. */
  private static final class Tally {
    private final Set<String> different = new TreeSet<>();
    private final ReplayPlan plan;
    private final Map<String, Fingerprint> then;
    private final Set<String> proven;
    private long same;
    private long newer;

    Tally(ReplayPlan plan, Map<String, Fingerprint> then, Set<String> proven) {
      this.plan = plan;
      this.then = then;
      this.proven = proven;
    }

    void take(Author now) {
      Fingerprint said = then.remove(now.id());
      if (!isBeyond(plan, now)) {
        if (!now.said().equals(said)) {
          different.add(now.id());
          return;
        }
        proven.add(now.id());
      }
      if (proven.contains(now.id())) {
        same++;
      } else {
        newer++;
      }
    }

    ReplayProof proof() {
      different.addAll(then.keySet());
      return new ReplayProof(same, newer, List.copyOf(different));
    }
  }

  public boolean holds() {
    return different.isEmpty();
  }

  /** Why it does not hold, for the log. */
  public String refutation() {
    long all = same + newer + different.size();
    return different.size() + " of " + all + " ids differ: it is not promoted";
  }

  private static boolean isBeyond(ReplayPlan plan, Author author) {
    return plan.world().extents().stream()
        .filter(extent -> extent.partition() == author.partition())
        .mapToLong(Extent::end)
        .anyMatch(end -> author.offset() >= end);
  }

  private static JudgedAuthors<Author> read(
      Installation side, Installation live, Registry registry, Set<String> unreadable) {
    Serializer<ScoredProfile> scored = registry.serializer(ScoredProfile.class);
    Serializer<RejectedProfile> rejected = registry.serializer(RejectedProfile.class);
    String accepted = live.topics().accepted();
    String refused = live.topics().rejected();
    return new JudgedAuthors<>(
        side,
        registry,
        "influx-replay-proof",
        new JudgedAuthors.Readers<>(
            in -> author(in.getId(), in.getLineage(), scored.serialize(accepted, in)),
            out -> author(out.getId(), out.getLineage(), rejected.serialize(refused, out))),
        bad -> unreadable.add(bad.partition() + "@" + bad.offset()));
  }

  private static Author author(String id, Lineage seen, byte[] record) {
    return new Author(id, seen.getPartition(), seen.getOffset(), Fingerprint.of(record));
  }
}
