package dev.influx.simulator;

import java.util.List;

/** A vocabulary of the X API. Requests may use either; answers use one, or both at random. */
public enum Dialect {
  /** Tweets, as in the description of the API up to 2.166. */
  LEGACY("https://api.twitter.com/2/problems/", "2.164"),
  /** Posts, from 2.167. */
  POST("https://api.x.com/2/problems/", "2.168"),
  /** Each object in the one or the other, and some with the names of both, as in the change. */
  MIXED("https://api.x.com/2/problems/", "2.167");

  private final String problems;
  private final String apiVersion;

  Dialect(String problems, String apiVersion) {
    this.problems = problems;
    this.apiVersion = apiVersion;
  }

  String problemType(String name) {
    return problems + name;
  }

  String apiVersion() {
    return apiVersion;
  }

  /** What is said once in an answer. */
  <T> T choose(T legacy, T post) {
    return this == LEGACY ? legacy : post;
  }

  /**
   * The names that an object has for one of its parts.
   *
   * @param id of the object, which alone decides in a mixed answer
   */
  List<String> names(String legacy, String post, String id) {
    if (legacy.equals(post)) {
      return List.of(legacy);
    }
    return switch (this) {
      case LEGACY -> List.of(legacy);
      case POST -> List.of(post);
      case MIXED ->
          switch (Math.floorMod(scattered(id), 4)) {
            case 0 -> List.of(legacy, post);
            case 1 -> List.of(legacy);
            default -> List.of(post);
          };
    };
  }

  /** In a mixed answer, the errors about things vary as the things do. */
  String problemType(String name, String id) {
    boolean old = this == MIXED && Math.floorMod(scattered(id), 2) == 1;
    return (old ? LEGACY : this).problemType(name);
  }

  private static int scattered(String id) {
    int hash = id.hashCode() * 0x9E3779B1;
    return hash ^ (hash >>> 15);
  }
}
