package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.simulator.Lookup.Fault;
import dev.influx.simulator.ServiceJson.Shown;
import dev.influx.simulator.compliance.ComplianceJob;
import dev.influx.simulator.compliance.ComplianceJobs;
import dev.influx.simulator.wire.WireRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Understands requests to the endpoints that are not about users. */
final class Services {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TYPES = Set.of("users", "tweets");
  private static final int LONGEST_NAME = 64;
  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 90;

  /** What X counts to where there is no cap of one's own. */
  private static final long USUAL_CAP = 3_000_000;

  private final State state;
  private final ComplianceJobs jobs;
  private final ApiJson json;

  Services(State state, ComplianceJobs jobs, ApiJson json) {
    this.state = state;
    this.jobs = jobs;
    this.json = json;
  }

  /** The request as one of these endpoints understands it; nothing if it is for another one. */
  Optional<Question> ask(Endpoint.Place place, WireRequest request) {
    return switch (place.endpoint()) {
      case TOKEN -> Optional.of(new Service(true, true, () -> token(request)));
      case USAGE -> Optional.of(usage(request));
      case JOBS -> Optional.of(request.method().equals("POST") ? create(request) : list(request));
      case JOB -> Optional.of(served(() -> job(place.variable(), request)));
      default -> Optional.empty();
    };
  }

  private Reply token(WireRequest request) {
    SimulatorSettings.Access access = state.settings().access();
    String pair = access.key() + ":" + access.secret().value();
    String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    if (!request.body().contains("grant_type=client_credentials")) {
      byte[] body = Problems.coded(170, "Missing required parameter: grant_type");
      return Reply.of(403, AnswerClass.INVALID_REQUEST, body);
    }
    return request.header("authorization").equals(Optional.of(expected))
        ? Reply.ok(ServiceJson.token(access.token()), List.of())
        : Reply.of(403, AnswerClass.UNAUTHORIZED, Problems.wrongKeys());
  }

  private Question usage(WireRequest request) {
    Optional<QueryString> query = QueryString.parse(request.query());
    String days =
        query.flatMap(found -> found.values("days").stream().findFirst()).orElse("" + USUAL_DAYS);
    if (!days.matches("[1-9][0-9]?") || Integer.parseInt(days) > MOST_DAYS) {
      return invalid(
          new Fault(
              "days",
              List.of(days),
              "The `days` query parameter value [%s] is not between 1 and 90".formatted(days)));
    }
    boolean daily =
        query
            .map(found -> found.items("usage.fields").stream().anyMatch(f -> f.startsWith("daily")))
            .orElse(false);
    return served(
        () -> Reply.ok(ServiceJson.usage(usage(daily ? Integer.parseInt(days) : 0)), List.of()));
  }

  private ServiceJson.Usage usage(int days) {
    LocalDate today = LocalDate.ofInstant(state.clocks().now(), ZoneOffset.UTC);
    NavigableMap<LocalDate, Long> billed = state.meter().reading(state.clocks().now()).days();
    long used =
        billed.tailMap(today.withDayOfMonth(1)).values().stream().mapToLong(count -> count).sum();
    long cap = state.settings().budget().monthlyReads().orElse(USUAL_CAP);
    return new ServiceJson.Usage(
        Long.toString(cap), used, 1, new TreeMap<>(billed.tailMap(today.minusDays(days), false)));
  }

  private Question create(WireRequest request) {
    JsonNode body = body(request);
    String type = body.path("type").asText("");
    Optional<String> name = Optional.ofNullable(body.get("name")).map(JsonNode::asText);
    if (!TYPES.contains(type)) {
      return invalid(
          new Fault(
              "type",
              List.of(type),
              "The `type` field value [" + type + "] is not one of [tweets,users]"));
    } else if (name.orElse("").length() > LONGEST_NAME) {
      return invalid(new Fault("name", List.of(), "The `name` field is longer than 64 characters"));
    }
    boolean resumable = body.path("resumable").asBoolean(false);
    return served(
        () ->
            jobs.create(type, name, resumable, state.clocks().now())
                .map(job -> Reply.ok(ServiceJson.job(shown(job, request)), List.of()))
                .orElseGet(() -> Reply.problem(409, AnswerClass.CONFLICT, "Conflict")));
  }

  private Question list(WireRequest request) {
    Optional<QueryString> query = QueryString.parse(request.query());
    List<String> types = query.map(found -> found.values("type")).orElse(List.of());
    if (types.size() != 1 || !TYPES.contains(types.get(0))) {
      return invalid(
          new Fault("type", types, "The `type` query parameter is not one of [tweets,users]"));
    }
    List<String> statuses = query.get().values("status");
    return served(
        () ->
            Reply.ok(
                ServiceJson.jobs(
                    jobs.ofType(types.get(0)).stream()
                        .map(job -> shown(job, request))
                        .filter(job -> statuses.isEmpty() || statuses.contains(job.status().wire()))
                        .toList()),
                List.of()));
  }

  private Reply job(String id, WireRequest request) {
    return jobs.find(id)
        .map(job -> Reply.ok(ServiceJson.job(shown(job, request)), List.of()))
        .orElseGet(Problems::notFound);
  }

  private Shown shown(ComplianceJob job, WireRequest request) {
    String host = request.header("host").orElse(state.settings().address().host());
    return new Shown(job, jobs.status(job, state.clocks().now()), "http://" + host);
  }

  private static JsonNode body(WireRequest request) {
    try {
      return JSON.readTree(request.body());
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private Question invalid(Fault fault) {
    byte[] body = json.invalidRequest(new Lookup.Invalid(List.of(fault), List.of()));
    return new Service(false, false, () -> Reply.of(400, AnswerClass.INVALID_REQUEST, body));
  }

  private static Question served(Supplier<Reply> reply) {
    return new Service(false, true, reply);
  }
}
