package dev.influx.app.pipe;

import dev.influx.runtime.TopicReading;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.topology.ScorerTopology;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the scorer of an installation remembers of authors, as it logs it. */
public final class AuthorStates {
  private static final StateCodec CODEC = new StateCodec();

  private final Predicate<RawProfile> wanted;
  private final Map<String, AuthorState> found = new TreeMap<>();

  private AuthorStates(Predicate<RawProfile> wanted) {
    this.wanted = wanted;
  }

  /** The author who has this handle, whatever its case; of several, the one seen last. */
  public static Optional<History> find(Installation installation, String handle) {
    return read(installation, last -> handle.equalsIgnoreCase(handleOf(last))).values().stream()
        .max(Comparator.comparing(state -> state.getLast().getFetchedAt()))
        .map(History::in);
  }

  /** The author of an id. */
  public static Optional<History> ofId(Installation installation, String id) {
    return Optional.ofNullable(read(installation, last -> last.getId().equals(id)).get(id))
        .map(History::in);
  }

  /** The last observations that somebody wants, in the order of their ids. */
  public static List<RawProfile> last(Installation installation, Predicate<RawProfile> wanted) {
    return read(installation, wanted).values().stream().map(AuthorState::getLast).toList();
  }

  private static Map<String, AuthorState> read(
      Installation installation, Predicate<RawProfile> wanted) {
    String log = ScorerTopology.authorsLog(Wiring.scorerGroup(installation));
    AuthorStates states = new AuthorStates(wanted);
    new TopicReading(installation.kafka(), "influx-states", List.of(log))
        .forEach(states::take, read -> {});
    return states.found;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Optional<AuthorState> state = Optional.ofNullable(record.value()).map(CODEC::decode);
    if (state.map(AuthorState::getLast).filter(wanted).isPresent()) {
      found.put(record.key(), state.get());
    } else {
      found.remove(record.key());
    }
  }

  /** As last known; null where nobody knows. */
  public static String handleOf(RawProfile last) {
    return last.getProfile() == null ? last.getHandle() : last.getProfile().getHandle();
  }
}
