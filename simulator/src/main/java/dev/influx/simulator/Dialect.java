package dev.influx.simulator;

/** One of the two vocabularies of the X API. Requests may use either; answers use one. */
public enum Dialect {
  /** Tweets, as in the description of the API up to 2.166. */
  LEGACY("https://api.twitter.com/2/problems/", "2.164"),
  /** Posts, from 2.167. */
  POST("https://api.x.com/2/problems/", "2.168");

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

  <T> T choose(T legacy, T post) {
    return this == LEGACY ? legacy : post;
  }
}
