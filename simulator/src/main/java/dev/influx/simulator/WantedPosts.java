package dev.influx.simulator;

import dev.influx.simulator.graph.Timelines.Sort;
import dev.influx.simulator.graph.Timelines.Wanted;
import dev.influx.simulator.population.Snowflake;
import java.time.Instant;
import java.util.List;

/** Reads which posts a request wants. */
final class WantedPosts {

  private static final Instant EARLIEST = Instant.parse("2010-11-06T00:00:00Z");
  private static final List<String> SORTS = List.of("replies", "retweets");

  private WantedPosts() {}

  static Wanted of(Parameters parameters) {
    long after =
        Math.max(
            parameters.id("since_id").orElse(0L),
            parameters.time("start_time", EARLIEST).map(WantedPosts::firstId).orElse(0L) - 1);
    long before =
        Math.min(
            parameters.id("until_id").orElse(Long.MAX_VALUE),
            parameters.time("end_time", EARLIEST).map(WantedPosts::firstId).orElse(Long.MAX_VALUE));
    List<Sort> without =
        parameters.choices("exclude", SORTS).stream()
            .map(name -> name.equals("replies") ? Sort.REPLY : Sort.REPOST)
            .toList();
    return new Wanted(Math.max(0, after), before, without);
  }

  private static long firstId(Instant time) {
    return Snowflake.of(time, 0);
  }
}
