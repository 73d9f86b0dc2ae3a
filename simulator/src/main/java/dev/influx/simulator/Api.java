package dev.influx.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.rate.RateWindows;
import dev.influx.simulator.rate.RateWindows.Grant;
import dev.influx.simulator.wire.WireHandler;
import dev.influx.simulator.wire.WireRequest;
import dev.influx.simulator.wire.WireResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Routes requests, and checks token, then limit, then parameters. */
final class Api implements WireHandler {

  private static final String SIMULATOR_PATHS = "/_sim/";
  private static final int LONGEST_JOURNAL_PATH = 200;
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\x21-\\x7E]+)");

  private final SimulatorSettings settings;
  private final Population population;
  private final InstantSource virtualTime;
  private final Journal journal;
  private final RateWindows windows;
  private final Answers answers;
  private final Questions questions;

  Api(
      SimulatorSettings settings,
      Population population,
      InstantSource virtualTime,
      Journal journal) {
    this.settings = settings;
    this.population = population;
    this.virtualTime = virtualTime;
    this.journal = journal;
    this.windows = new RateWindows(settings.limits());
    this.answers = new Answers(settings.clock(), settings.dialect());
    this.questions = new Questions(population, settings.dialect());
  }

  private record Outcome(int status, int items, WireResponse response) {}

  @Override
  public WireResponse answer(WireRequest request) {
    if (request.path().startsWith(SIMULATOR_PATHS)) {
      return ofSimulator(request);
    }
    Instant now = settings.clock().instant();
    Optional<AccessToken> token = token(request);
    Outcome outcome = ofApi(request, token, now);
    String path = request.path();
    journal.add(
        new JournalEntry(
            now,
            path.substring(0, Math.min(path.length(), LONGEST_JOURNAL_PATH)),
            outcome.items(),
            token.map(AccessToken::fingerprint),
            outcome.status()));
    return outcome.response();
  }

  @Override
  public WireResponse refuse(int status) {
    return answers.problem(
        status,
        switch (status) {
          case 414 -> "URI Too Long";
          case 431 -> "Request Header Fields Too Large";
          case 500 -> "Internal Server Error";
          default -> "Bad Request";
        });
  }

  private Outcome ofApi(WireRequest request, Optional<AccessToken> token, Instant now) {
    Optional<Endpoint.Place> place = Endpoint.at(request.path());
    if (place.isEmpty()) {
      return new Outcome(404, 0, answers.problem(404, "Not Found"));
    } else if (!request.method().equals("GET")) {
      return new Outcome(405, 0, answers.notAllowed());
    }
    Question question = questions.ask(place.get(), request.query());
    if (token.isEmpty() || !token.get().equals(settings.token())) {
      return new Outcome(401, question.asked().size(), answers.problem(401, "Unauthorized"));
    }
    Grant grant = windows.take(token.get().fingerprint(), place.get().endpoint().template(), now);
    Reply reply =
        grant.allowed()
            ? question.answer(virtualTime.instant())
            : Reply.problem(429, AnswerClass.RATE_LIMITED, "Too Many Requests");
    return new Outcome(
        reply.status(),
        question.asked().size(),
        answers.answer(request, reply.status(), Optional.of(grant), reply.body()));
  }

  private WireResponse ofSimulator(WireRequest request) {
    if (!request.method().equals("GET")) {
      return answers.notAllowed();
    }
    return switch (request.path()) {
      case "/_sim/seeds.csv" -> answers.plain("text/csv; charset=utf-8", this::writeSeeds);
      case "/_sim/journal" -> answers.plain("application/x-ndjson", this::writeJournal);
      case "/_sim/health" ->
          answers.plain(
              Answers.JSON,
              out -> out.write(ApiJson.health(population.size(), virtualTime.instant())));
      default -> answers.problem(404, "Not Found");
    };
  }

  private void writeSeeds(OutputStream out) throws IOException {
    writeLine(out, SimulatedSeed.CSV_HEADER);
    for (Iterator<SimulatedSeed> seeds = population.seeds().iterator(); seeds.hasNext(); ) {
      writeLine(out, seeds.next().csv());
    }
  }

  private void writeJournal(OutputStream out) throws IOException {
    for (JournalEntry entry : journal.entries()) {
      out.write(ApiJson.journalEntry(entry));
      out.write('\n');
    }
  }

  private static void writeLine(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(UTF_8));
  }

  private static Optional<AccessToken> token(WireRequest request) {
    return request
        .header("authorization")
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .map(bearer -> AccessToken.of(bearer.group(1)));
  }
}
