package dev.influx.embedded.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/** Schemas by their id, and lists of all of them. */
final class SchemaRoutes {
  private static final String ID = "/schemas/ids/{id}";

  private final Catalogue catalogue;

  SchemaRoutes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/schemas", this::schemas),
        Route.of("GET", "/schemas/types", request -> Response.json(List.of("AVRO"))),
        Route.of("GET", ID, this::schema),
        Route.of("GET", ID + "/schema", request -> Response.text(text(request))),
        Route.of("GET", ID + "/subjects", this::subjects),
        Route.of("GET", ID + "/versions", this::versions));
  }

  private Response schemas(Request request) {
    Stream<SchemaAnswer> answers =
        catalogue.subjects().stream()
            .filter(Filters.subjects(request))
            .flatMap(subject -> schemas(request, subject));
    return Response.json(request.page(answers).toList());
  }

  private Stream<SchemaAnswer> schemas(Request request, Subject subject) {
    List<Version> wanted = subject.matching(Filters.versions(request));
    return wanted.stream()
        .skip(request.flag("latestOnly") ? Math.max(0, wanted.size() - 1) : 0)
        .map(version -> SchemaAnswer.of(catalogue, subject.name(), version));
  }

  private Response schema(Request request) {
    Integer highest = request.flag("fetchMaxId") ? catalogue.highestId() : null;
    return Response.json(new SchemaOfId(text(request), highest));
  }

  private String text(Request request) {
    return catalogue
        .schema(request.id())
        .orElseThrow(() -> ErrorCode.SCHEMA_NOT_FOUND.refuse(request.id()));
  }

  private Response subjects(Request request) {
    return Response.json(
        request.page(uses(request).map(SubjectVersion::subject).distinct()).toList());
  }

  private Response versions(Request request) {
    return Response.json(request.page(uses(request)).toList());
  }

  /** Where the id is used; that it exists at all is checked first. */
  private Stream<SubjectVersion> uses(Request request) {
    String known = text(request);
    return known.isEmpty() ? Stream.empty() : uses(request, request.id());
  }

  private Stream<SubjectVersion> uses(Request request, int id) {
    return catalogue.having(id).stream()
        .flatMap(
            subject ->
                subject.matching(Filters.versions(request)).stream()
                    .filter(version -> version.id() == id)
                    .map(version -> new SubjectVersion(subject.name(), version.number())));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record SchemaOfId(
      @JsonProperty("schema") String schema, @JsonProperty("maxId") Integer maxId) {}

  private record SubjectVersion(
      @JsonProperty("subject") String subject, @JsonProperty("version") int version) {}
}
