package dev.influx.runtime.policies;

import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the topic of policies says at one moment.
 *
 * @param documents by the id of their policy
 * @param active the last move of the pointer
 */
public record PolicyBook(Map<String, PolicyEvent> documents, Optional<PolicyEvent> active) {
  /** The key of the pointer; no policy may have it for an id. */
  public static final String ACTIVE = "active";

  private static final PolicyBook EMPTY = new PolicyBook(Map.of(), Optional.empty());

  public PolicyBook {
    documents = Map.copyOf(documents);
  }

  /** Nothing was published yet. */
  public static PolicyBook empty() {
    return EMPTY;
  }

  /** The policy in force, if somebody activated one. */
  public Optional<PolicyRef> pointer() {
    return active.map(PolicyEvent::getPolicy);
  }

  /** The document of exactly this content. */
  public Optional<PolicyEvent> document(PolicyRef policy) {
    return Optional.ofNullable(documents.get(policy.getId()))
        .filter(event -> event.getPolicy().equals(policy) && event.getDocument() != null);
  }

  /**
   * The book after one more record.
   *
   * @param event null where the record withdraws what stood under the key
   */
  PolicyBook with(String key, PolicyEvent event) {
    if (key.equals(ACTIVE)) {
      return new PolicyBook(documents, Optional.ofNullable(event));
    }
    Map<String, PolicyEvent> changed = new HashMap<>(documents);
    if (event == null) {
      changed.remove(key);
    } else {
      changed.put(key, event);
    }
    return new PolicyBook(changed, active);
  }
}
