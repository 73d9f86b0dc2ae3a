package dev.influx.harvester.api;

import java.util.regex.Pattern;

/** Users that X lists page by page: the members of a list, or those whom somebody follows. */
public record Listing(Kind kind, String id) {
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

  public Listing {
    if (!isId(id)) {
      throw new IllegalArgumentException("malformed id: " + id);
    }
  }

  /** What is listed. */
  public enum Kind implements Endpoint {
    /** The members of a list. */
    LIST_MEMBERS("/2/lists/:id/members", 100),
    /** Those whom a user follows. */
    FOLLOWING("/2/users/:id/following", 1_000);

    private final String path;
    private final int mostPerPage;

    Kind(String path, int mostPerPage) {
      this.path = path;
      this.mostPerPage = mostPerPage;
    }

    @Override
    public String path() {
      return path;
    }

    /** As many as X puts on a page. */
    public int mostPerPage() {
      return mostPerPage;
    }
  }

  /** Whether X would take it for a list or a user. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
