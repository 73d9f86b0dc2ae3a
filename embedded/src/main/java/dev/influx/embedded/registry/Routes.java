package dev.influx.embedded.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole API: finds who answers a request, and turns whatever goes wrong into an answer too. */
final class Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final List<Route> routes;

  Routes(SchemaRegistry registry) {
    routes =
        Stream.of(
                Stream.of(Route.of("GET", "/", request -> Response.json(Map.of()))),
                new SubjectRoutes(registry).routes(),
                new SchemaRoutes(registry.catalogue()).routes(),
                new CompatibilityRoutes(registry.catalogue()).routes(),
                new ConfigRoutes(registry).routes(),
                new ModeRoutes(registry).routes())
            .flatMap(each -> each)
            .toList();
  }

  Response answer(Request request) {
    try {
      return dispatch(request);
    } catch (Refusal refusal) {
      return Response.refused(refusal);
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.method(), request.path(), e);
      return Response.refused(ErrorCode.FAILED.refuse());
    }
  }

  private Response dispatch(Request request) {
    boolean known = false;
    for (Route route : routes) {
      Optional<Map<String, String>> names = route.match(request.path());
      if (names.isPresent() && route.method().equals(request.method())) {
        return route.handler().apply(request.naming(names.get()));
      }
      known |= names.isPresent();
    }
    throw (known ? ErrorCode.METHOD_NOT_ALLOWED : ErrorCode.NO_SUCH_RESOURCE).refuse();
  }
}
