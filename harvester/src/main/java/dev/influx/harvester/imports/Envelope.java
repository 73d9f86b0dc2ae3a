package dev.influx.harvester.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** An object around users, and what it says of all of them; known whole once it is read. */
final class Envelope {
  /** Around everything. */
  static final Envelope NONE = new Envelope(null);

  private final Envelope around;
  private JsonNode fetchedAt = MissingNode.getInstance();

  private Envelope(Envelope around) {
    this.around = around;
  }

  Envelope inner() {
    return new Envelope(this);
  }

  void fetchedAt(JsonNode time) {
    fetchedAt = time;
  }

  /** When what is in it was seen, as the innermost that says so has it; missing if none does. */
  JsonNode fetchedAt() {
    return fetchedAt.isMissingNode() && around != null ? around.fetchedAt() : fetchedAt;
  }
}
