package dev.influx.simulator;

import dev.influx.simulator.graph.Timelines;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.wire.WireRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Understands the requests to the endpoints that answer from the world. */
final class Questions {

  private final ApiJson json;
  private final PathQuestions ofPaths;
  private final Includes.Finder finder;
  private final Answering answering;
  private final long seed;
  private final AtomicLong answered = new AtomicLong();

  Questions(Population population, SimulatorSettings settings, InstantSource clock) {
    this.answering = settings.answering();
    this.seed = settings.authors().seed();
    this.json = new ApiJson(population, answering.dialect());
    this.ofPaths = new PathQuestions(json, settings, clock);
    this.finder = new Includes.Finder(population, Timelines.of(population, seed));
  }

  Question ask(Endpoint.Place place, WireRequest request) {
    String query = request.query();
    return switch (place.endpoint()) {
      case USERS_BY -> lookup(UserKey.USERNAMES, query);
      case USERS -> lookup(UserKey.IDS, query);
      default -> ofPaths.ask(place, query);
    };
  }

  private Question lookup(UserKey key, String query) {
    return Lookup.parse(key, query, answering)
        .fold(
            UserLookup::new,
            invalid ->
                Question.invalid(
                    invalid.asked(),
                    Reply.of(400, AnswerClass.INVALID_REQUEST, json.invalidRequest(invalid))));
  }

  private final class UserLookup implements Question {
    private final Lookup.Valid lookup;

    private UserLookup(Lookup.Valid lookup) {
      this.lookup = lookup;
    }

    @Override
    public List<String> asked() {
      return lookup.asked();
    }

    @Override
    public boolean valid() {
      return true;
    }

    @Override
    public Reply answer(Instant virtualTime) {
      FoundUsers users =
          FoundUsers.find(
              lookup,
              json.population(),
              virtualTime,
              answering,
              new Random(seed + answered.incrementAndGet()));
      Includes includes = finder.find(users.found(), lookup.requested().expanded(), virtualTime);
      return Reply.ok(json.users(lookup, users, includes), includes.billed(users.found()));
    }
  }
}
