package dev.influx.simulator;

import dev.influx.simulator.Answering.Check;
import dev.influx.simulator.money.MeterReading.Standing;
import dev.influx.simulator.rate.Grant;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets requests through or refuses them, check by check, in the order of the settings. */
final class Gatekeeper {

  private static final String NOBODY = "nobody";

  private final State state;
  private final Problems problems;

  Gatekeeper(State state, Problems problems) {
    this.state = state;
    this.problems = problems;
  }

  /** What an answer is, and how the window stands, for its headers. */
  record Decision(Reply reply, Optional<Grant> grant) {}

  /** A request on its way through the checks. */
  private record Caller(
      Optional<AccessToken> token, Endpoint endpoint, Question question, Instant now) {

    String name() {
      return token.map(AccessToken::fingerprint).orElse(NOBODY);
    }
  }

  Decision decide(Optional<AccessToken> token, Endpoint endpoint, Question question, Instant now) {
    if (question.open()) {
      return new Decision(question.answer(state.clocks().worldNow()), Optional.empty());
    }
    Caller caller = new Caller(token, endpoint, question, now);
    Optional<Grant> grant = Optional.empty();
    for (Check check : state.settings().answering().checks()) {
      grant = check == Check.RATE ? Optional.of(take(caller)) : grant;
      Optional<Reply> refusal = refusal(check, caller, grant);
      if (refusal.isPresent()) {
        return new Decision(refusal.get(), Optional.of(grant.orElseGet(() -> look(caller))));
      }
    }
    Reply reply = question.answer(state.clocks().worldNow());
    state.meter().charge(reply.billed(), now);
    return new Decision(reply, grant);
  }

  /** How the window stands, for an answer that does not come from here. */
  Grant look(Optional<AccessToken> token, Endpoint endpoint, Instant now) {
    String name = token.map(AccessToken::fingerprint).orElse(NOBODY);
    return state.windows().look(name, endpoint.template(), now);
  }

  private Optional<Reply> refusal(Check check, Caller caller, Optional<Grant> grant) {
    return switch (check) {
      case AUTH ->
          when(
              !caller.token().equals(Optional.of(state.settings().access().token())),
              Problems::unauthorized);
      case ENROLMENT -> when(!state.settings().access().enrolled(), problems::notEnrolled);
      case RATE -> grant.filter(asked -> !asked.allowed()).map(full -> tooMany(full, caller.now()));
      case VALIDATION ->
          when(
              !caller.question().valid(),
              () -> caller.question().answer(state.clocks().worldNow()));
      case CREDITS -> caller.question().costs() ? noMoney(caller.now()) : Optional.empty();
    };
  }

  private Reply tooMany(Grant full, Instant now) {
    Reply refusal = problems.tooMany(full, state.settings().limits().refusal());
    long wait = Math.max(1, full.openAgain() - now.getEpochSecond());
    return state.settings().limits().retryAfter()
        ? refusal.with("retry-after", Long.toString(wait))
        : refusal;
  }

  private Optional<Reply> noMoney(Instant now) {
    Standing standing = state.meter().standing(now);
    return when(standing != Standing.OPEN, () -> problems.noMoney(standing));
  }

  private Grant take(Caller caller) {
    return state.windows().take(caller.name(), caller.endpoint().template(), caller.now());
  }

  private Grant look(Caller caller) {
    return look(caller.token(), caller.endpoint(), caller.now());
  }

  private static Optional<Reply> when(boolean refused, Supplier<Reply> reply) {
    return refused ? Optional.of(reply.get()) : Optional.empty();
  }
}
