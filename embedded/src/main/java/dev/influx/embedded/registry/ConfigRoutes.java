package dev.influx.embedded.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The compatibility level, for all subjects and for each. */
final class ConfigRoutes {
  private static final String SUBJECT = "/config/{subject}";

  private final SchemaRegistry registry;
  private final Scoped<CompatibilityLevel> levels;

  ConfigRoutes(SchemaRegistry registry) {
    this.registry = registry;
    this.levels = registry.catalogue().levels();
  }

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/config", request -> answer(levels.global())),
        Route.of("PUT", "/config", request -> set(request, Subject.GLOBAL)),
        Route.of("DELETE", "/config", request -> clear(Subject.GLOBAL, levels::global)),
        Route.of("GET", SUBJECT, request -> answer(of(request))),
        Route.of("PUT", SUBJECT, request -> set(request, request.subject())),
        Route.of("DELETE", SUBJECT, request -> clear(request.subject(), () -> own(request))));
  }

  private static Response answer(CompatibilityLevel level) {
    return Response.json(Map.of("compatibilityLevel", level));
  }

  private CompatibilityLevel of(Request request) {
    String subject = request.subject();
    Optional<CompatibilityLevel> level =
        request.flag("defaultToGlobal")
            ? Optional.of(levels.effective(subject))
            : levels.at(subject);
    return level.orElseThrow(() -> ErrorCode.LEVEL_NOT_CONFIGURED.refuse(subject));
  }

  private CompatibilityLevel own(Request request) {
    return levels
        .at(request.subject())
        .orElseThrow(() -> ErrorCode.SUBJECT_NOT_FOUND.refuse(request.subject()));
  }

  private Response set(Request request, String scope) {
    CompatibilityLevel level =
        Optional.ofNullable(request.json(LevelRequest.class).compatibility())
            .flatMap(CompatibilityLevel::parse)
            .orElseThrow(ErrorCode.INVALID_LEVEL::refuse);
    registry.decide(now -> Decision.change(level, new Change.LevelSet(scope, level)));
    return Response.json(Map.of("compatibility", level));
  }

  private Response clear(String scope, Supplier<CompatibilityLevel> before) {
    return answer(
        registry.decide(now -> Decision.change(before.get(), new Change.LevelCleared(scope))));
  }

  private record LevelRequest(@JsonProperty("compatibility") String compatibility) {}
}
