package dev.influx.sink.snapshot;

import dev.influx.schemas.PolicyRef;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The list at one cut under one policy. Its id names both. Its bytes depend on nothing else but the
 * scores of the snapshot before, which its manifest names.
 */
public final class Snapshot {
  private final Cut cut;
  private final Optional<PolicyRef> policy;
  private final Figures figures;
  private final Content content;

  /** One policy for all authors; none only where there are no authors. */
  public Snapshot(Cut cut, Optional<PolicyRef> policy, Figures figures, Content content) {
    this.cut = cut;
    this.policy = policy;
    this.figures = figures;
    this.content = content;
  }

  public Cut cut() {
    return cut;
  }

  public long count() {
    return figures.scores().total();
  }

  public Figures figures() {
    return figures;
  }

  public Content content() {
    return content;
  }

  /** The hash of the offsets and of the policy's hash. */
  public String id() {
    return SnapshotId.of(cut, policySha256());
  }

  /** The lines, best author first, each ended by a line feed. */
  public void writeTo(OutputStream out) throws IOException {
    content.writeLines(out);
  }

  Optional<PolicyRef> policy() {
    return policy;
  }

  Optional<String> policySha256() {
    return policy.map(found -> HexFormat.of().formatHex(found.getSha256().bytes()));
  }
}
