package dev.influx.sink.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.published.JsonFields;
import dev.influx.schemas.published.JsonText;
import dev.influx.sink.record.PublishedBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the line of one author differs between two snapshots. Ranks and the previous score do not
 * count: they also change when nothing happened to the author.
 *
 * @param fields dotted names of what differs; empty unless updated
 */
public record LineDifference(Op op, String id, String handle, List<String> fields, String reason) {
  private static final ObjectReader JSON = new JsonMapper().reader();
  private static final Set<String> OF_OTHERS =
      Set.of("meta.rank_global", "meta.rank_by_topic", "meta.previous_score");

  public LineDifference {
    fields = List.copyOf(fields);
  }

  /** What became of an author. */
  public enum Op {
    ADDED("added"),
    UPDATED("updated"),
    REMOVED("removed");

    private final String code;

    Op(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** Null stands for a line that is not there; one of them is. Empty if nothing differs. */
  public static Optional<LineDifference> between(byte[] before, byte[] after) throws IOException {
    if (before == null) {
      return Optional.of(of(Op.ADDED, after, List.of(), "accepted"));
    }
    if (after == null) {
      return Optional.of(of(Op.REMOVED, before, List.of(), "withdrawn"));
    }
    JsonNode old = JSON.readTree(before);
    JsonNode now = JSON.readTree(after);
    List<String> fields = new ArrayList<>();
    compare("", old, now, fields);
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(of(Op.UPDATED, after, fields, reason(fields)));
  }

  private static LineDifference of(Op op, byte[] line, List<String> fields, String reason) {
    String id = new String(PublishedBytes.id(line), StandardCharsets.UTF_8);
    return new LineDifference(op, id, PublishedBytes.handle(line), fields, reason);
  }

  private static String reason(List<String> fields) {
    if (fields.contains("meta.policy_sha256")) {
      return "policy";
    }
    return fields.contains("meta.last_refresh_at") ? "observation" : "judgement";
  }

  private static void compare(String name, JsonNode old, JsonNode now, List<String> fields) {
    if (OF_OTHERS.contains(name)) {
      return;
    }
    if (old.isObject() && now.isObject() && old.size() == now.size()) {
      Iterator<String> names = now.fieldNames();
      while (names.hasNext()) {
        String each = names.next();
        compare(name.isEmpty() ? each : name + "." + each, old.path(each), now.path(each), fields);
      }
    } else if (!old.equals(now)) {
      fields.add(name);
    }
  }

  /** One line of a change file, without the line feed that ends it. */
  public byte[] toJson() {
    return JsonText.write(
        json -> {
          JsonFields written = new JsonFields(json);
          json.writeStartObject();
          written.text("op", op.code()).text("id", id).text("handle", handle);
          json.writeArrayFieldStart("fields");
          for (String field : fields) {
            json.writeString(field);
          }
          json.writeEndArray();
          written.text("reason", reason).end();
        });
  }
}
