package dev.influx.app;

import dev.influx.app.history.AuthorFile;
import dev.influx.app.history.Recorded;
import dev.influx.app.history.Timeline;
import dev.influx.app.pipe.AuthorStates;
import dev.influx.app.pipe.PolicyDesk;
import dev.influx.app.pipe.PublishedRank;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Profile;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything about one author, for the page: what explain and history say, together. */
final class PageAuthors {
  private static final Logger LOG = LoggerFactory.getLogger(PageAuthors.class);
  private static final int MOST = 50;

  private final Session session;
  private final ReplayWork work;

  PageAuthors(Session session, ReplayWork work) {
    this.session = session;
    this.work = work;
  }

  Optional<Object> find(String who) {
    Optional<History> history =
        who.startsWith("@")
            ? AuthorStates.find(work.installation(), who.substring(1))
            : AuthorStates.ofId(work.installation(), who);
    return history.map(this::describe);
  }

  private Map<String, Object> describe(History history) {
    Evaluator by = Evaluator.withoutLanguages(judge());
    Optional<Profile> profile = Optional.ofNullable(history.last().getProfile());
    Map<String, Object> json =
        new LinkedHashMap<>(
            new ExplanationJson(ExplainedAuthor.of(history, by, Optional.empty())).object());
    json.put("name", profile.map(Profile::getName));
    json.put("rank_global", rank(history.last().getId()));
    json.put("followers", profile.map(Profile::getFollowersCount));
    json.put("raw", place(history.lineage()));
    AuthorFile file = AuthorFile.read(work.installation(), work.registry(), history.last().getId());
    Timeline timeline = Timeline.of(file.sightings(), history.clashes(), by);
    json.put("observations", observations(timeline));
    List<Map<String, Object>> recorded =
        file.recorded().stream().map(PageAuthors::recorded).toList();
    json.put("recorded", recorded);
    return json;
  }

  /** The active policy, or the one by which the scorers judge, or the configured one. */
  private Policy judge() {
    PolicyDesk desk = PolicyDesk.open(work.installation(), work.registry());
    return desk.inForce().flatMap(desk::find).orElseGet(() -> new PolicyChoice(session).find(null));
  }

  /** In the published list; whoever is not in it has none. */
  private OptionalLong rank(String id) {
    try {
      return PublishedRank.of(id, work.data().resolve("latest.jsonl"));
    } catch (IOException e) {
      LOG.debug("the published list cannot be read", e);
      return OptionalLong.empty();
    }
  }

  private static Map<String, Object> place(Lineage at) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", at.getTopic());
    json.put("partition", at.getPartition());
    json.put("offset", at.getOffset());
    return json;
  }

  private static List<Map<String, Object>> observations(Timeline timeline) {
    List<Map<String, Object>> observations = new ArrayList<>();
    for (int i = 0; i < timeline.moments().size(); i++) {
      observations.add(HistoryJson.observation(i, List.of(timeline)));
    }
    Collections.reverse(observations);
    return observations.subList(0, Math.min(MOST, observations.size()));
  }

  private static Map<String, Object> recorded(Recorded recorded) {
    return HistoryJson.recorded(recorded);
  }
}
