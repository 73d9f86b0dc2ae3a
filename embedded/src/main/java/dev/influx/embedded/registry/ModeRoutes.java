package dev.influx.embedded.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether schemas may be added and removed, for all subjects and for each. */
final class ModeRoutes {
  private static final String SUBJECT = "/mode/{subject}";

  private final SchemaRegistry registry;
  private final Scoped<Mode> modes;

  ModeRoutes(SchemaRegistry registry) {
    this.registry = registry;
    this.modes = registry.catalogue().modes();
  }

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/mode", request -> answer(modes.global())),
        Route.of("PUT", "/mode", request -> set(request, Subject.GLOBAL)),
        Route.of("DELETE", "/mode", request -> clear(Subject.GLOBAL, modes::global)),
        Route.of("GET", SUBJECT, request -> answer(of(request))),
        Route.of("PUT", SUBJECT, request -> set(request, request.subject())),
        Route.of("DELETE", SUBJECT, request -> clear(request.subject(), () -> own(request))));
  }

  private static Response answer(Mode mode) {
    return Response.json(Map.of("mode", mode));
  }

  private Mode of(Request request) {
    return request.flag("defaultToGlobal") ? modes.effective(request.subject()) : own(request);
  }

  private Mode own(Request request) {
    return modes
        .at(request.subject())
        .orElseThrow(() -> ErrorCode.MODE_NOT_CONFIGURED.refuse(request.subject()));
  }

  private Response set(Request request, String scope) {
    Mode mode =
        Optional.ofNullable(request.json(ModeRequest.class).mode())
            .flatMap(Mode::parse)
            .orElseThrow(ErrorCode.INVALID_MODE::refuse);
    registry.decide(now -> Decision.change(mode, new Change.ModeSet(scope, mode)));
    return answer(mode);
  }

  private Response clear(String scope, Supplier<Mode> before) {
    return answer(
        registry.decide(now -> Decision.change(before.get(), new Change.ModeCleared(scope))));
  }

  private record ModeRequest(@JsonProperty("mode") String mode) {}
}
