package dev.influx.embedded.registry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Subjects and their versions: list, find, register, delete. */
final class SubjectRoutes {
  private static final String SUBJECT = "/subjects/{subject}";
  private static final String VERSIONS = SUBJECT + "/versions";
  private static final String VERSION = VERSIONS + "/{version}";

  private final SchemaRegistry registry;
  private final Catalogue catalogue;

  SubjectRoutes(SchemaRegistry registry) {
    this.registry = registry;
    this.catalogue = registry.catalogue();
  }

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/subjects", this::subjects),
        Route.of("POST", SUBJECT, this::find),
        Route.of("DELETE", SUBJECT, this::deleteSubject),
        Route.of("GET", VERSIONS, this::versions),
        Route.of("POST", VERSIONS, this::register),
        Route.of("GET", VERSION, request -> Response.json(version(request))),
        Route.of("GET", VERSION + "/schema", request -> Response.text(version(request).schema())),
        Route.of("GET", VERSION + "/referencedby", this::referencedBy),
        Route.of("DELETE", VERSION, this::deleteVersion));
  }

  private Response subjects(Request request) {
    Stream<String> names =
        catalogue.subjects().stream()
            .filter(Filters.subjects(request))
            .filter(subject -> subject.has(Filters.versions(request)))
            .map(Subject::name);
    return Response.json(request.page(names).toList());
  }

  private Response find(Request request) {
    Candidate candidate = candidate(request);
    boolean deleted = request.flag("deleted");
    Subject subject = Lookup.subject(catalogue, request.subject(), deleted);
    List<Version> versions = deleted ? subject.versions() : subject.live();
    Version found =
        Decisions.find(catalogue, versions, candidate)
            .orElseThrow(() -> ErrorCode.SCHEMA_NOT_FOUND.refuse("of that text"));
    return Response.json(SchemaAnswer.of(catalogue, subject.name(), found));
  }

  private Response register(Request request) {
    String subject = request.subject();
    request.json(SchemaRequest.class).refuseOwnId(subject);
    Candidate candidate = candidate(request);
    int id = registry.decide(now -> Decisions.register(now, subject, candidate));
    return Response.json(Map.of("id", id));
  }

  private static Candidate candidate(Request request) {
    return request.json(SchemaRequest.class).candidate(request.flag("normalize"));
  }

  private Response versions(Request request) {
    boolean deleted = request.flag("deleted") || request.flag("deletedOnly");
    Subject subject = Lookup.subject(catalogue, request.subject(), deleted);
    Stream<Integer> numbers =
        subject.matching(Filters.versions(request)).stream().map(Version::number);
    return Response.json(request.page(numbers).toList());
  }

  private SchemaAnswer version(Request request) {
    Version version =
        Lookup.version(
            catalogue, request.subject(), request.named("version"), request.flag("deleted"));
    return SchemaAnswer.of(catalogue, request.subject(), version);
  }

  /** Always empty, as references are not accepted; but the version must be there. */
  private Response referencedBy(Request request) {
    Lookup.version(catalogue, request.subject(), request.named("version"), true);
    return Response.json(List.of());
  }

  private Response deleteSubject(Request request) {
    String name = request.subject();
    boolean permanent = request.flag("permanent");
    return Response.json(registry.decide(now -> Decisions.deleteSubject(now, name, permanent)));
  }

  private Response deleteVersion(Request request) {
    String name = request.subject();
    String version = request.named("version");
    boolean permanent = request.flag("permanent");
    return Response.json(
        registry.decide(now -> Decisions.deleteVersion(now, name, version, permanent)));
  }
}
