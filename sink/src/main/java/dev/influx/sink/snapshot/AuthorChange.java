package dev.influx.sink.snapshot;

import dev.influx.schemas.ScoredProfile;
import java.util.function.Function;

/** What one record of the accepted topic says of one author. */
public sealed interface AuthorChange {

  /** The author meant. */
  String id();

  <T> T fold(
      Function<Upserted, T> upserted,
      Function<Withdrawn, T> withdrawn,
      Function<Unreadable, T> unreadable);

  /** The author is in the list, like this. */
  record Upserted(ScoredProfile author) implements AuthorChange {
    @Override
    public String id() {
      return author.getId();
    }

    @Override
    public <T> T fold(
        Function<Upserted, T> upserted,
        Function<Withdrawn, T> withdrawn,
        Function<Unreadable, T> unreadable) {
      return upserted.apply(this);
    }
  }

  /** The author is no longer in the list. */
  record Withdrawn(String id) implements AuthorChange {
    @Override
    public <T> T fold(
        Function<Upserted, T> upserted,
        Function<Withdrawn, T> withdrawn,
        Function<Unreadable, T> unreadable) {
      return withdrawn.apply(this);
    }
  }

  /** Something was said of the author that cannot be read; where it stands, and why. */
  record Unreadable(String id, String where, String why) implements AuthorChange {
    @Override
    public <T> T fold(
        Function<Upserted, T> upserted,
        Function<Withdrawn, T> withdrawn,
        Function<Unreadable, T> unreadable) {
      return unreadable.apply(this);
    }
  }
}
