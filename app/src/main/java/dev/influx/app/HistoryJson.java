package dev.influx.app;

import dev.influx.app.history.Appearance;
import dev.influx.app.history.AuthorFile;
import dev.influx.app.history.Recorded;
import dev.influx.app.history.Timeline;
import dev.influx.app.history.Timeline.Moment;
import dev.influx.app.history.Timeline.Opinion;
import dev.influx.app.pipe.AuthorStates;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history of an author as programs read it. */
final class HistoryJson {
  private HistoryJson() {}

  static Map<String, Object> of(HistoryView view) {
    AuthorFile file = view.file();
    List<Timeline> timelines = view.timelines();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", file.id());
    json.put("state_from", view.stateFrom().map(HistoryView.StateFrom::code).orElse(null));
    List<Object> observations = new ArrayList<>();
    for (int i = 0; i < file.sightings().size(); i++) {
      observations.add(observation(i, timelines));
    }
    json.put("observations", observations);
    json.put("recorded", file.recorded().stream().map(HistoryJson::recorded).toList());
    json.put(
        "snapshots", view.appearances().snapshots().stream().map(HistoryJson::appearance).toList());
    json.put("unreadable", file.unreadable());
    json.put("unreadable_snapshots", view.appearances().unreadable());
    return json;
  }

  static Map<String, Object> observation(int index, List<Timeline> timelines) {
    Moment any = timelines.get(0).moments().get(index);
    RawProfile seen = any.sighting().seen();
    Optional<Profile> profile = Optional.ofNullable(seen.getProfile());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", seen.getFetchedAt().toString());
    json.put("partition", any.sighting().at().getPartition());
    json.put("offset", any.sighting().at().getOffset());
    json.put("outcome", any.outcome());
    json.put("availability", seen.getAvailability().toString());
    json.put("handle", AuthorStates.handleOf(seen));
    json.put("followers", profile.map(Profile::getFollowersCount).orElse(null));
    json.put("tweets", profile.map(Profile::getTweetCount).orElse(null));
    Map<String, Object> opinions = new LinkedHashMap<>();
    timelines.forEach(
        timeline ->
            opinions.put(
                timeline.policy(),
                timeline.moments().get(index).opinion().map(HistoryJson::opinion).orElse(null)));
    json.put("policies", opinions);
    return json;
  }

  private static Map<String, Object> opinion(Opinion opinion) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("accepted", opinion.codes().isEmpty());
    json.put("codes", opinion.codes());
    json.put("score", opinion.score().orElse(null));
    return json;
  }

  static Map<String, Object> recorded(Recorded recorded) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", recorded.topic());
    json.put("at", recorded.at().toString());
    json.put("partition", recorded.from().map(Lineage::getPartition).orElse(null));
    json.put("offset", recorded.from().map(Lineage::getOffset).orElse(null));
    json.put("policy", recorded.policy().orElse(null));
    json.put("codes", recorded.codes());
    json.put("score", recorded.score().orElse(null));
    return json;
  }

  private static Map<String, Object> appearance(Appearance appearance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("snapshot", appearance.snapshot());
    json.put("at", appearance.at().toString());
    json.put("policy", appearance.policy());
    json.put("change", appearance.change().code());
    json.put("rank", appearance.rank().orElse(null));
    json.put("score", appearance.score().orElse(null));
    return json;
  }
}
