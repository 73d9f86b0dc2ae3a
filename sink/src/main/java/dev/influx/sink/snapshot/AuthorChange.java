package dev.influx.sink.snapshot;

import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.record.LineTemplate;
import dev.influx.sink.snapshot.Candidate.Cause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one record of the accepted or the rejected topic says of one author. */
public sealed interface AuthorChange {

  /** The author meant. */
  String id();

  <T> T fold(
      Function<Upserted, T> upserted,
      Function<Withdrawn, T> withdrawn,
      Function<Refused, T> refused,
      Function<Doubtful, T> doubtful);

  /** The author is in the list, like this, and is published as this line. */
  record Upserted(ScoredProfile author, LineTemplate line) implements AuthorChange {

    public Upserted(ScoredProfile author) {
      this(author, LineTemplate.of(author));
    }

    @Override
    public String id() {
      return author.getId();
    }

    @Override
    public <T> T fold(
        Function<Upserted, T> upserted,
        Function<Withdrawn, T> withdrawn,
        Function<Refused, T> refused,
        Function<Doubtful, T> doubtful) {
      return upserted.apply(this);
    }
  }

  /** The author is no longer in the list. */
  record Withdrawn(String id) implements AuthorChange {
    @Override
    public <T> T fold(
        Function<Upserted, T> upserted,
        Function<Withdrawn, T> withdrawn,
        Function<Refused, T> refused,
        Function<Doubtful, T> doubtful) {
      return withdrawn.apply(this);
    }
  }

  /**
   * The author is rejected, or no longer so where there is no reason.
   *
   * @param policySha256 of the policy that says so, where it can be told
   * @param codes why, each once
   */
  record Refused(String id, Optional<String> policySha256, List<String> codes)
      implements AuthorChange {
    public Refused {
      codes = List.copyOf(codes);
    }

    /** The author is no longer rejected. */
    public static Refused noLonger(String id) {
      return new Refused(id, Optional.empty(), List.of());
    }

    @Override
    public <T> T fold(
        Function<Upserted, T> upserted,
        Function<Withdrawn, T> withdrawn,
        Function<Refused, T> refused,
        Function<Doubtful, T> doubtful) {
      return refused.apply(this);
    }
  }

  /**
   * Something was said of the author for which no list may go out that rests on it.
   *
   * @param where the record stands
   */
  record Doubtful(String id, Cause cause, String where, String why) implements AuthorChange {
    @Override
    public <T> T fold(
        Function<Upserted, T> upserted,
        Function<Withdrawn, T> withdrawn,
        Function<Refused, T> refused,
        Function<Doubtful, T> doubtful) {
      return doubtful.apply(this);
    }
  }
}
