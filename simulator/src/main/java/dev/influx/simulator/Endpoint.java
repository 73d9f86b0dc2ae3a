package dev.influx.simulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A path of the API that limits are counted for; a part of it in braces stands for a name or id.
 */
enum Endpoint {
  USERS_BY("/2/users/by"),
  USERS("/2/users"),
  USER_BY_HANDLE("/2/users/by/username/{username}"),
  FOLLOWING("/2/users/{id}/following"),
  FOLLOWERS("/2/users/{id}/followers"),
  POSTS("/2/users/{id}/tweets"),
  LIST_MEMBERS("/2/lists/{id}/members"),
  USER("/2/users/{id}"),
  USAGE("/2/usage/tweets"),
  JOBS("/2/compliance/jobs", "GET, POST"),
  JOB("/2/compliance/jobs/{id}"),
  TOKEN("/oauth2/token", "POST");

  private static final char VARIABLE = '{';

  private final String template;
  private final String methods;
  private final String before;
  private final String after;

  Endpoint(String template) {
    this(template, "GET");
  }

  Endpoint(String template, String methods) {
    this.methods = methods;
    this.template = template;
    int variable = template.indexOf(VARIABLE);
    this.before = variable < 0 ? template : template.substring(0, variable);
    this.after = variable < 0 ? "" : template.substring(template.indexOf('}') + 1);
  }

  /**
   * An endpoint as a request names it.
   *
   * @param variable what stands where the template has braces; empty if it has none
   */
  record Place(Endpoint endpoint, String variable) {}

  /** The first endpoint in the order of declaration that a path is of. */
  static Optional<Place> at(String path) {
    return Stream.of(values()).flatMap(endpoint -> endpoint.place(path).stream()).findFirst();
  }

  /** The answer to methods that are not for this endpoint. */
  Optional<Reply> refusal(String method) {
    return List.of(methods.split(", ", -1)).contains(method)
        ? Optional.empty()
        : Optional.of(Problems.methodNotAllowed(methods));
  }

  /** As the documentation of X writes it. */
  String template() {
    return template;
  }

  private Optional<Place> place(String path) {
    if (before.length() == template.length()) {
      return path.equals(template) ? Optional.of(new Place(this, "")) : Optional.empty();
    }
    boolean fits =
        path.length() > before.length() + after.length()
            && path.startsWith(before)
            && path.endsWith(after);
    String variable = fits ? path.substring(before.length(), path.length() - after.length()) : "/";
    return variable.indexOf('/') < 0 ? Optional.of(new Place(this, variable)) : Optional.empty();
  }
}
