package dev.influx.simulator;

import dev.influx.simulator.compliance.ComplianceJobs;
import dev.influx.simulator.compliance.Finding;
import dev.influx.simulator.population.Life;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.Standing;
import dev.influx.simulator.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that ids are uploaded to and findings downloaded from; a signature opens them. */
final class CompliancePaths {

  private static final String PATHS = "/compliance/";
  private static final Pattern PATH = Pattern.compile("/compliance/(upload|download)/([0-9]+)");

  private final ComplianceJobs jobs;
  private final Clocks clocks;

  CompliancePaths(ComplianceJobs jobs, Clocks clocks) {
    this.jobs = jobs;
    this.clocks = clocks;
  }

  static String upload(String id, String signature) {
    return PATHS + "upload/" + id + "?signature=" + signature;
  }

  static String download(String id, String signature) {
    return PATHS + "download/" + id + "?signature=" + signature;
  }

  /** The answer to a request for one of these addresses; nothing for all others. */
  Optional<Reply> answer(WireRequest request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return Optional.empty();
    }
    boolean upload = path.group(1).equals("upload");
    String method = upload ? "PUT" : "GET";
    if (!request.method().equals(method)) {
      return Optional.of(Problems.methodNotAllowed(method));
    }
    String signature = signature(request);
    Instant now = clocks.now();
    Optional<byte[]> body =
        upload
            ? jobs.upload(path.group(2), signature, request.body(), now)
                ? Optional.of(new byte[0])
                : Optional.empty()
            : jobs.download(path.group(2), signature, now).map(CompliancePaths::lines);
    return Optional.of(body.map(CompliancePaths::file).orElseGet(CompliancePaths::denied));
  }

  /** What the population knows that forbids to keep a user. */
  static Optional<Finding> truth(Population population, String id, Instant time) {
    return population
        .truth(id)
        .flatMap(
            known ->
                reason(known.life().at(time).standing())
                    .map(reason -> new Finding(id, reason, since(known.life(), time))));
  }

  private static Optional<String> reason(Standing standing) {
    return switch (standing) {
      case DELETED -> Optional.of("deleted");
      case SUSPENDED -> Optional.of("suspended");
      case PROTECTED -> Optional.of("protected");
      case ACTIVE, ABSENT -> Optional.empty();
    };
  }

  private static Instant since(Life life, Instant time) {
    return life.events().stream()
        .map(Life.Event::at)
        .filter(at -> !at.isAfter(time))
        .reduce((one, later) -> later)
        .orElse(time);
  }

  private static byte[] lines(List<Finding> findings) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try {
      for (Finding finding : findings) {
        lines.write(ServiceJson.finding(finding));
        lines.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write to memory", e);
    }
    return lines.toByteArray();
  }

  private static Reply file(byte[] body) {
    return Reply.ok(body, List.of()).with("content-type", "text/plain");
  }

  private static Reply denied() {
    return Reply.problem(403, AnswerClass.UNAUTHORIZED, "Forbidden");
  }

  private static String signature(WireRequest request) {
    return QueryString.parse(request.query())
        .flatMap(query -> query.values("signature").stream().findFirst())
        .orElse("");
  }
}
