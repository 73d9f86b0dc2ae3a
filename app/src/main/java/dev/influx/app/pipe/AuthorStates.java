package dev.influx.app.pipe;

import dev.influx.runtime.TopicReading;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.topology.ScorerTopology;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the scorer of an installation remembers of authors, as it logs it. */
public final class AuthorStates {
  private static final StateCodec CODEC = new StateCodec();

  private final String handle;
  private final Map<String, AuthorState> found = new HashMap<>();

  private AuthorStates(String handle) {
    this.handle = handle;
  }

  /** The author who has this handle, whatever its case; of several, the one seen last. */
  public static Optional<History> find(Installation installation, String handle) {
    String log = ScorerTopology.authorsLog(Wiring.scorerGroup(installation));
    AuthorStates states = new AuthorStates(handle);
    new TopicReading(installation.kafka(), "influx-explain", List.of(log))
        .forEach(states::take, read -> {});
    return states.found.values().stream()
        .max(Comparator.comparing(state -> state.getLast().getFetchedAt()))
        .map(History::in);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Optional<AuthorState> state = Optional.ofNullable(record.value()).map(CODEC::decode);
    if (state.filter(this::hasHandle).isPresent()) {
      found.put(record.key(), state.get());
    } else {
      found.remove(record.key());
    }
  }

  private boolean hasHandle(AuthorState state) {
    String own =
        state.getLast().getProfile() == null
            ? state.getLast().getHandle()
            : state.getLast().getProfile().getHandle();
    return handle.equalsIgnoreCase(own);
  }
}
