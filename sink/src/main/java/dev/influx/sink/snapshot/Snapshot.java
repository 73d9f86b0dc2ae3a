package dev.influx.sink.snapshot;

import dev.influx.schemas.PolicyRef;
import dev.influx.sink.record.AuthorLine;
import dev.influx.sink.record.RankedAuthor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The list at one cut under one policy. Its id names both, and its bytes depend on nothing else:
 * whoever reads the topic up to the same offsets gets the same file.
 */
public final class Snapshot {
  private final Cut cut;
  private final Optional<PolicyRef> policy;
  private final List<RankedAuthor> authors;

  /** One policy for all authors; none only where there are no authors. */
  Snapshot(Cut cut, Optional<PolicyRef> policy, List<RankedAuthor> authors) {
    this.cut = cut;
    this.policy = policy;
    this.authors = List.copyOf(authors);
  }

  public Cut cut() {
    return cut;
  }

  public int count() {
    return authors.size();
  }

  /** The hash of the offsets and of the policy's hash. */
  public String id() {
    return SnapshotId.of(cut, policySha256());
  }

  /** The lines, best author first, each ended by a line feed. */
  public void writeTo(OutputStream out) throws IOException {
    for (RankedAuthor author : authors) {
      out.write(AuthorLine.of(author));
      out.write('\n');
    }
  }

  Optional<PolicyRef> policy() {
    return policy;
  }

  Optional<String> policySha256() {
    return policy.map(found -> HexFormat.of().formatHex(found.getSha256().bytes()));
  }

  List<RankedAuthor> authors() {
    return authors;
  }
}
