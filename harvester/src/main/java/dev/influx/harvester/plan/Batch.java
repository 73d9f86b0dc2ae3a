package dev.influx.harvester.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Authors who are asked for in one request.
 *
 * @param chance the how manieth it is for them
 */
public record Batch(By by, List<Target> targets, Chance chance) {
  private static final int ID_BYTES = 8;

  public Batch {
    targets = List.copyOf(targets);
  }

  public Lookup lookup() {
    List<String> keys = targets.stream().map(Target::key).toList();
    return new Lookup(by, keys, chance == Chance.LAST);
  }

  /** The same for whoever asks for the same: the beginning of a hash of what is asked for. */
  public String id() {
    MessageDigest digest = sha256();
    digest.update(by.name().getBytes(UTF_8));
    targets.forEach(target -> digest.update((' ' + By.fold(target.key())).getBytes(UTF_8)));
    return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The authors by the folded form of what is asked for. */
  Map<String, Target> byKey() {
    return targets.stream()
        .collect(Collectors.toMap(target -> By.fold(target.key()), Function.identity()));
  }

  /** Two halves of the same kind; only for more than one author. */
  List<Batch> halves() {
    int half = (targets.size() + 1) / 2;
    return List.of(with(targets.subList(0, half)), with(targets.subList(half, targets.size())));
  }

  /** The same request for others. */
  public Batch with(List<Target> others) {
    return new Batch(by, others, chance);
  }
}
