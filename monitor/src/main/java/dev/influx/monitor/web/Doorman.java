package dev.influx.monitor.web;

import dev.influx.runtime.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask what. A page of another site cannot read anything here: it does not know the token,
 * and a name of its own that leads here is not answered. It cannot do anything either: whoever acts
 * has the token, and comes from the page of this server or from no page at all.
 */
final class Doorman {
  /** What changes something. */
  static final String ACTIONS = "/api/actions/";

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> DATA =
      List.of(
          "/api/",
          "/events",
          "/metrics",
          "/topology",
          "/latest.jsonl",
          "/manifest.json",
          "/snapshots/");
  private static final String BEARER = "bearer ";

  private final WebSettings settings;

  Doorman(WebSettings settings) {
    this.settings = settings;
  }

  /** Why a question gets no answer; empty if it gets one. */
  Optional<Answer> refusal(Question question) {
    if (!isForUs(question)) {
      return Optional.of(
          Answer.failure(
              Answer.FORBIDDEN,
              "this is not the host that was asked for",
              "the request names another host, as a page of another site would",
              "open it as http://127.0.0.1:" + settings.address().getPort()));
    }
    if (question.path().startsWith(ACTIONS)) {
      return refusalToAct(question);
    }
    if (!question.reads()) {
      return Optional.of(
          Answer.failure(Answer.NOT_ALLOWED, "this can only be read", null, null)
              .with("Allow", "GET, HEAD"));
    }
    return settings.isLocal() || !isData(question) || hasToken(question)
        ? Optional.empty()
        : Optional.of(unauthorized());
  }

  private Optional<Answer> refusalToAct(Question question) {
    if (!question.method().equals("POST")) {
      return Optional.of(
          Answer.failure(Answer.NOT_ALLOWED, "an action is a POST", null, null)
              .with("Allow", "POST"));
    }
    if (!isOfThisSite(question)) {
      return Optional.of(
          Answer.failure(
              Answer.FORBIDDEN,
              "nothing was done",
              "the request comes from a page of another site",
              null));
    }
    if (!question.header("content-type").orElse("").startsWith("application/json")) {
      return Optional.of(
          Answer.failure(Answer.BAD_REQUEST, "nothing was done", "the body is not JSON", null));
    }
    return hasToken(question) ? Optional.empty() : Optional.of(unauthorized());
  }

  static boolean isData(Question question) {
    return DATA.stream().anyMatch(question.path()::startsWith);
  }

  /** Off this machine the token protects what there is to read, whatever the name. */
  private boolean isForUs(Question question) {
    Optional<String> host = question.header("host").map(Doorman::withoutPort);
    return host.isPresent()
        && (!settings.isLocal()
            || OWN_NAMES.contains(host.get())
            || host.get().equalsIgnoreCase(settings.address().getHostString()));
  }

  private static String withoutPort(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf(']') ? name.substring(0, colon) : name;
  }

  private static boolean isOfThisSite(Question question) {
    boolean fetchedHere =
        question
            .header("sec-fetch-site")
            .map(it -> it.equals("same-origin") || it.equals("none"))
            .orElse(true);
    return fetchedHere && question.header("origin").map(it -> isOrigin(it, question)).orElse(true);
  }

  private static boolean isOrigin(String origin, Question question) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(question.header("host").orElse(""));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean hasToken(Question question) {
    return settings.token().isPresent()
        && question
            .header("authorization")
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(BEARER))
            .map(it -> it.substring(BEARER.length()))
            .filter(it -> !it.isBlank())
            .map(Secret::of)
            .equals(settings.token());
  }

  private static Answer unauthorized() {
    return Answer.failure(
            Answer.UNAUTHORIZED,
            "a token is needed",
            "the request has none, or another one",
            "take it from the file that monitor.token_file names")
        .with("WWW-Authenticate", "Bearer");
  }
}
