package dev.influx.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.config.Config;
import dev.influx.app.pipe.Installation;
import dev.influx.monitor.board.Json;
import dev.influx.runtime.Explained;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the page says of policies, replays, snapshots and dead letters, for a command. */
final class StatusFacts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StatusFacts() {}

  /** In the words of the page; null where nobody can tell. */
  static Map<String, Object> of(
      Session session, Config config, Installation installation, Path data) {
    try (ReplayWork work = ReplayWork.over(session, config, installation, data)) {
      PageFacts facts = new PageFacts(session, work, Map::of);
      Map<String, Object> known = new LinkedHashMap<>();
      known.put("policy_in_force", ask(facts::policy));
      known.put("replays", ask(facts::replays));
      known.put("snapshots", ask(facts::snapshots));
      known.put("dead", ask(facts::dead));
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException("unable to close the client of the registry", e);
    }
  }

  /** What a monitor shows on its page; null where none answers. */
  static Map<String, Object> page(Session session, MonitorProbe monitor) {
    Map<String, Object> known = new LinkedHashMap<>();
    try {
      known.put("page", monitor.state());
    } catch (IOException e) {
      session.err().println("left out: page, no monitor answers at " + monitor.uri());
      known.put("page", null);
    } catch (Explained e) {
      session.err().println("left out: page, " + e.what() + ": " + e.why());
      known.put("page", null);
    }
    return known;
  }

  private static JsonNode ask(Supplier<?> question) {
    try {
      return JSON.readTree(Json.of(question.get()));
    } catch (Explained e) {
      return JSON.nullNode();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("what was written as JSON can be read", e);
    }
  }
}
