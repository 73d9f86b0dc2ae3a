package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.JudgedAuthors;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.ReplayPlan;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Whether the live results and those of a replay are the same on every id, bit for bit.
 *
 * @param same ids of whom both sides say the same
 * @param newer ids of whom the live side has seen more since: nothing can be said of them
 * @param different ids of whom the sides say something else, or one says nothing
 */
public record ReplayProof(long same, long newer, List<String> different) {

  public ReplayProof {
    different = List.copyOf(different);
  }

  /**
   * One author of one side; records are written anew, so that the release that did so is no matter.
   */
  private record Author(String id, Lineage seen, String hash) {}

  public static ReplayProof of(Installation live, Registry registry, ReplayPlan plan) {
    Installation shadow = live.withTopics(live.topics().shadow(plan.id()));
    Map<String, Author> then = new HashMap<>();
    List<String> different = new ArrayList<>();
    read(shadow, live, registry, different).forEach(author -> then.put(author.id(), author));
    long same = 0;
    long newer = 0;
    for (Author now : read(live, live, registry, different)) {
      Author other = then.remove(now.id());
      if (isBeyond(plan, now.seen())) {
        newer++;
      } else if (other != null && other.hash().equals(now.hash())) {
        same++;
      } else {
        different.add(now.id());
      }
    }
    different.addAll(then.keySet());
    return new ReplayProof(same, newer, different.stream().distinct().sorted().toList());
  }

  public boolean holds() {
    return different.isEmpty();
  }

  /** Why it does not hold, for the log. */
  public String refutation() {
    long all = same + newer + different.size();
    return different.size() + " of " + all + " ids differ: it is not promoted";
  }

  private static boolean isBeyond(ReplayPlan plan, Lineage seen) {
    return plan.world().extents().stream()
        .filter(extent -> extent.partition() == seen.getPartition())
        .mapToLong(Extent::end)
        .anyMatch(end -> seen.getOffset() >= end);
  }

  private static List<Author> read(
      Installation side, Installation live, Registry registry, List<String> unreadable) {
    Serializer<ScoredProfile> scored = registry.serializer(ScoredProfile.class);
    Serializer<RejectedProfile> rejected = registry.serializer(RejectedProfile.class);
    List<Author> authors = new ArrayList<>();
    new JudgedAuthors<>(
            side,
            registry,
            "influx-replay-proof",
            new JudgedAuthors.Readers<>(
                author ->
                    new Author(
                        author.getId(),
                        author.getLineage(),
                        hash(scored, live.topics().accepted(), author)),
                author ->
                    new Author(
                        author.getId(),
                        author.getLineage(),
                        hash(rejected, live.topics().rejected(), author))),
            bad -> unreadable.add(bad.partition() + "@" + bad.offset()))
        .forEach(authors::add, read -> {});
    return authors;
  }

  private static <T extends SpecificRecord> String hash(
      Serializer<T> serializer, String topic, T author) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(serializer.serialize(topic, author)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
