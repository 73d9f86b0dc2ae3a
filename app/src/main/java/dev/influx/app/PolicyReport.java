package dev.influx.app;

import dev.influx.app.pipe.PolicyStanding;
import dev.influx.runtime.policies.PolicyBook;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScorerStanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is in force and who judges by what, for people and for programs. */
record PolicyReport(PolicyBook book, PolicyStanding standing) {
  private static final int PERCENT = 100;

  /** What one scorer says of all partitions that it judges by one policy. */
  private record Row(String instance, PolicyRef policy, List<ScorerStanding> standings) {
    double share() {
      return PolicyStanding.share(standings);
    }

    Optional<String> obstacle() {
      return standings.stream()
          .map(ScorerStanding::getObstacle)
          .filter(Objects::nonNull)
          .findFirst();
    }

    long authors() {
      return standings.stream().mapToLong(ScorerStanding::getAuthors).sum();
    }

    long walked() {
      return standings.stream().mapToLong(ScorerStanding::getWalked).sum();
    }

    String progress() {
      String done =
          share() == 1 ? "all judged" : String.format(Locale.ROOT, "%.1f %%", PERCENT * share());
      return obstacle().map(why -> done + "; " + why).orElse(done);
    }
  }

  private List<Row> rows() {
    Map<String, Row> rows = new TreeMap<>();
    standing
        .partitions()
        .values()
        .forEach(
            each -> {
              String instance = Objects.requireNonNullElse(each.getInstance(), "-");
              rows.computeIfAbsent(
                      instance + " " + each.getPolicy(),
                      key -> new Row(instance, each.getPolicy(), new ArrayList<>()))
                  .standings()
                  .add(each);
            });
    return rows.values().stream().sorted(Comparator.comparing(Row::instance)).toList();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(book.active().map(PolicyReport::sentence).orElse("no policy was activated"));
    lines.add("published  " + String.join(", ", new TreeSet<>(book.documents().keySet())));
    Table table = new Table("SCORER", "POLICY", "PARTITIONS", "AUTHORS", "PROGRESS");
    table.rightAligned(2, 3);
    rows()
        .forEach(
            row ->
                table.add(
                    row.instance(),
                    row.policy().getId(),
                    Integer.toString(row.standings().size()),
                    String.format(Locale.ROOT, "%,d", row.authors()),
                    row.progress()));
    lines.addAll(table.lines());
    return lines.stream().map(String::stripTrailing).toList();
  }

  private static String sentence(PolicyEvent active) {
    String previous =
        active.getPrevious() == null ? "" : ", before it " + active.getPrevious().getId();
    String reason = active.getReason() == null ? "" : " (" + active.getReason() + ")";
    return "active     "
        + active.getPolicy().getId()
        + " since "
        + active.getAt()
        + " by "
        + active.getBy()
        + reason
        + previous;
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("active", book.active().map(PolicyReport::pointer).orElse(null));
    data.put("published", new TreeSet<>(book.documents().keySet()));
    data.put("settled", standing.settled());
    data.put("partitions", standing.expected());
    data.put("scorers", rows().stream().map(PolicyReport::entry).collect(Collectors.toList()));
    return data;
  }

  private static Map<String, Object> pointer(PolicyEvent active) {
    Map<String, Object> pointer = new LinkedHashMap<>(name(active.getPolicy()));
    pointer.put("at", active.getAt().toString());
    pointer.put("by", active.getBy());
    pointer.put("reason", active.getReason());
    pointer.put(
        "previous", Optional.ofNullable(active.getPrevious()).map(PolicyReport::name).orElse(null));
    return pointer;
  }

  private static Map<String, Object> entry(Row row) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("instance", row.instance());
    entry.put("policy", name(row.policy()));
    entry.put("partitions", row.standings().size());
    entry.put("authors", row.authors());
    entry.put("walked", row.walked());
    entry.put("progress", row.share());
    entry.put("obstacle", row.obstacle().orElse(null));
    return entry;
  }

  private static Map<String, Object> name(PolicyRef policy) {
    Map<String, Object> name = new LinkedHashMap<>();
    name.put("id", policy.getId());
    name.put("sha256", HexFormat.of().formatHex(policy.getSha256().bytes()));
    return name;
  }
}
