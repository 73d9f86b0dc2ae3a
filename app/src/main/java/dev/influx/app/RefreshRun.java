package dev.influx.app;

import dev.influx.app.seeds.Gathering;
import dev.influx.app.seeds.Gathering.Origin;
import dev.influx.app.seeds.RefreshPlan;
import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.api.PagedSource;
import dev.influx.harvester.api.Walk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One reading of all sources. Whatever ends it, what was paid for is handed on. */
final class RefreshRun {
  private final Session session;
  private final ApiSettings api;
  private final RefreshPlan plan;
  private final Gathering gathering;
  private final List<Walk> walks = new ArrayList<>();

  RefreshRun(Session session, ApiSettings api, RefreshPlan plan, Gathering gathering) {
    this.session = session;
    this.api = api;
    this.plan = plan;
    this.gathering = gathering;
  }

  /**
   * How it ended.
   *
   * @param whole every source was read as far as it was to be
   * @param stop present when X will answer nothing more until a person has acted
   */
  record Outcome(boolean whole, Optional<Answer.Stop> stop) {}

  /**
   * Reads, and then has the proposals written, also when reading is interrupted.
   *
   * @param write what to do with what was gathered
   */
  Outcome run(Runnable write) throws InterruptedException {
    try (PagedSource source =
            PagedSource.connect(api, InstantSource.system(), new SimpleMeterRegistry());
        RefreshStop stop = RefreshStop.install(source)) {
      try {
        walkAll(source);
      } finally {
        stop.readingIsOver();
        write.run();
        summarise(source.requests());
      }
    }
    boolean whole =
        walks.size() == plan.origins().size() && walks.stream().allMatch(RefreshRun::whole);
    return new Outcome(whole, walks.stream().flatMap(walk -> walk.stop().stream()).findFirst());
  }

  private void walkAll(PagedSource source) throws InterruptedException {
    long reads = 0;
    for (int at = 0; at < plan.origins().size(); at++) {
      Origin origin = plan.origins().get(at);
      Walk walk =
          source.walk(origin.listing(), plan.share(at, reads), user -> gathering.add(origin, user));
      walks.add(walk);
      reads += walk.reads();
      report(walk);
      if (walk.stop().isPresent()) {
        return;
      }
    }
  }

  private static boolean whole(Walk walk) {
    return switch (walk.end()) {
      case COMPLETE, ENOUGH, REPEATED -> true;
      case EXPIRED, REFUSED, UNANSWERED, STOPPED -> false;
    };
  }

  private void report(Walk walk) {
    String why = walk.why().isEmpty() ? "" : " (" + Shown.line(walk.why()) + ")";
    session
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %,d users, %s%s",
                RefreshPlan.name(walk.listing()),
                walk.users(),
                walk.end().word(),
                why));
  }

  private void summarise(long requests) {
    long reads = walks.stream().mapToLong(Walk::reads).sum();
    String left =
        gathering.leftOut().entrySet().stream()
            .map(RefreshRun::leftOut)
            .collect(Collectors.joining(", "));
    session
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "proposed %,d of %,d users read in %,d requests; left out: %s",
                gathering.proposals().size(),
                reads,
                requests,
                left.isEmpty() ? "nobody" : left));
  }

  private static String leftOut(Map.Entry<Gathering.LeftOut, Long> entry) {
    return String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey().words());
  }
}
