package dev.influx.embedded.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/** Whether a schema could be registered, without registering it. */
final class CompatibilityRoutes {
  private static final String VERSIONS = "/compatibility/subjects/{subject}/versions";

  private final Catalogue catalogue;

  CompatibilityRoutes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Stream<Route> routes() {
    return Stream.of(
        Route.of("POST", VERSIONS, request -> check(request, live(request))),
        Route.of("POST", VERSIONS + "/{version}", request -> check(request, named(request))));
  }

  private Response check(Request request, List<Version> earlier) {
    Candidate candidate = request.json(SchemaRequest.class).candidate(request.flag("normalize"));
    List<String> problems =
        Compatibility.problems(catalogue, request.subject(), candidate.schema(), earlier);
    return Response.json(
        new Verdict(problems.isEmpty(), request.flag("verbose") ? problems : null));
  }

  /** A schema for a subject without versions gets on with all of them. */
  private List<Version> live(Request request) {
    return catalogue.subject(request.subject()).map(Subject::live).orElse(List.of());
  }

  private List<Version> named(Request request) {
    String wanted = request.named("version");
    return Lookup.isLatest(wanted) && live(request).isEmpty()
        ? List.of()
        : List.of(Lookup.version(catalogue, request.subject(), wanted, false));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Verdict(
      @JsonProperty("is_compatible") boolean compatible,
      @JsonProperty("messages") List<String> messages) {}
}
