package dev.influx.schemas.xuser;

import dev.influx.schemas.Profile;
import java.util.List;
import java.util.function.Function;

/** What came of reading a user object: an author, or the reasons why it is none. */
public sealed interface UserReading {

  <T> T fold(Function<Author, T> onAuthor, Function<Unreadable, T> onUnreadable);

  /** A user object that could be read whole. */
  record Author(String id, Profile profile) implements UserReading {
    @Override
    public <T> T fold(Function<Author, T> onAuthor, Function<Unreadable, T> onUnreadable) {
      return onAuthor.apply(this);
    }
  }

  /** Something else, with everything that is wrong with it. */
  record Unreadable(List<String> problems) implements UserReading {
    public Unreadable {
      problems = List.copyOf(problems);
    }

    @Override
    public <T> T fold(Function<Author, T> onAuthor, Function<Unreadable, T> onUnreadable) {
      return onUnreadable.apply(this);
    }
  }
}
