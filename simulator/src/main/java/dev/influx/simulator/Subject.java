package dev.influx.simulator;

import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import java.time.Instant;
import java.util.Optional;

/**
 * What the path of a request names.
 *
 * @param parameter as the documentation calls it
 * @param query what stands behind the path
 */
record Subject(Endpoint.Place place, UserKey key, String parameter, Parameters query) {

  static Subject of(Endpoint.Place place, QueryString query) {
    boolean byHandle = place.endpoint() == Endpoint.USER_BY_HANDLE;
    UserKey key = byHandle ? UserKey.USERNAMES : UserKey.IDS;
    Subject subject = new Subject(place, key, byHandle ? "username" : "id", new Parameters(query));
    subject.query().check(subject.parameter(), subject.value(), key.pattern());
    return subject;
  }

  /** As it was written. */
  String value() {
    return place.variable();
  }

  /** Page tokens for one thing are of no use for another. */
  String scope() {
    return place.endpoint().template() + " " + place.variable();
  }

  Optional<? extends SimulatedUser> find(Population population, Instant time) {
    return key.find(population, value(), time);
  }
}
