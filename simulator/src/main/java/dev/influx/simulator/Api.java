package dev.influx.simulator;

import dev.influx.simulator.Gatekeeper.Decision;
import dev.influx.simulator.fault.FaultKind.Group;
import dev.influx.simulator.fault.FaultRule;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.rate.Grant;
import dev.influx.simulator.wire.WireHandler;
import dev.influx.simulator.wire.WireRequest;
import dev.influx.simulator.wire.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes requests from their arrival to the journal. */
final class Api implements WireHandler {

  private static final int LONGEST_JOURNAL_PATH = 200;
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\x21-\\x7E]+)");

  private final State state;
  private final Control control;
  private final CompliancePaths files;
  private final Services services;
  private final Questions questions;
  private final Gatekeeper gatekeeper;
  private final FaultReplies faultReplies;
  private final Answers answers;

  Api(State state, Population population) {
    SimulatorSettings settings = state.settings();
    Problems problems = new Problems(settings.answering().dialect());
    this.state = state;
    this.control = new Control(state, population);
    this.files = new CompliancePaths(state.jobs(), state.clocks());
    this.services =
        new Services(state, state.jobs(), new ApiJson(population, settings.answering().dialect()));
    this.questions = new Questions(population, settings, state.clocks()::now);
    this.gatekeeper = new Gatekeeper(state, problems);
    this.faultReplies = new FaultReplies(problems, settings.limits().refusal());
    this.answers = new Answers(settings.answering().dialect());
  }

  /** A request, what came of it, and what of that is for the journal. */
  private record Exchange(
      WireRequest request,
      Instant time,
      Optional<AccessToken> token,
      List<String> asked,
      Decision decision,
      Optional<FaultRule> fault) {}

  @Override
  public WireResponse answer(WireRequest request) {
    if (request.path().startsWith(Control.PATHS)) {
      return control.answer(request);
    }
    Exchange exchange = exchange(request);
    Reply reply = exchange.decision().reply();
    state.journal().add(entry(exchange));
    return answers.answer(
        request, exchange.time(), reply, exchange.decision().grant(), exchange.fault());
  }

  @Override
  public WireResponse refuse(int status) {
    String title =
        switch (status) {
          case 413 -> "Content Too Large";
          case 414 -> "URI Too Long";
          case 431 -> "Request Header Fields Too Large";
          case 500 -> "Internal Server Error";
          default -> "Bad Request";
        };
    Reply reply = Reply.problem(status, AnswerClass.INVALID_REQUEST, title);
    WireRequest unread = new WireRequest("GET", "/", false, Map.of(), "");
    return answers.answer(unread, state.clocks().now(), reply, Optional.empty(), Optional.empty());
  }

  private Exchange exchange(WireRequest request) {
    Instant now = state.clocks().now();
    Optional<AccessToken> token = token(request);
    Optional<Endpoint.Place> place = Endpoint.at(request.path());
    Optional<Reply> early =
        place.isEmpty()
            ? files.answer(request).or(() -> Optional.of(Problems.notFound()))
            : place.get().endpoint().refusal(request.method());
    if (early.isPresent()) {
      Decision decision = new Decision(early.get(), Optional.empty());
      return new Exchange(request, now, token, List.of(), decision, Optional.empty());
    }
    Endpoint endpoint = place.get().endpoint();
    Question question =
        services.ask(place.get(), request).orElseGet(() -> questions.ask(place.get(), request));
    Optional<FaultRule> fault = state.faults().next(endpoint.template(), question.asked());
    Decision decision =
        fault
            .filter(rule -> rule.kind().group() == Group.ANSWER)
            .map(rule -> ofFault(rule, request, gatekeeper.look(token, endpoint, now)))
            .orElseGet(() -> gatekeeper.decide(token, endpoint, question, now));
    return new Exchange(request, now, token, question.asked(), decision, fault);
  }

  private Decision ofFault(FaultRule rule, WireRequest request, Grant window) {
    return new Decision(faultReplies.reply(rule, request.target(), window), Optional.of(window));
  }

  private static JournalEntry entry(Exchange exchange) {
    String path = exchange.request().path();
    Reply reply = exchange.decision().reply();
    return new JournalEntry(
        exchange.time(),
        exchange.request().method(),
        path.substring(0, Math.min(path.length(), LONGEST_JOURNAL_PATH)),
        String.join(",", exchange.asked()),
        exchange.token().map(AccessToken::fingerprint),
        reply.status(),
        reply.kind().wire(),
        exchange.decision().grant().map(Grant::window).map(Api::window),
        exchange.fault().map(rule -> rule.kind().wire()));
  }

  private static JournalEntry.Window window(Grant.Pool pool) {
    return new JournalEntry.Window(pool.limit(), pool.remaining(), pool.reset());
  }

  private static Optional<AccessToken> token(WireRequest request) {
    return request
        .header("authorization")
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .map(bearer -> AccessToken.of(bearer.group(1)));
  }
}
