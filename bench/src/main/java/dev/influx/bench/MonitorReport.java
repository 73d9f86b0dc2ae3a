package dev.influx.bench;

import dev.influx.bench.measure.Machine;
import dev.influx.bench.watch.PageProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What watching costs, and how soon something is said.
 *
 * @param scrapes one after the other, the first one of the process among them
 * @param stops seconds from the stop of a consumer to the page saying so
 */
record MonitorReport(
    Machine machine,
    MonitorBench.Plan plan,
    MonitorBench.Cost cost,
    List<PageProbe.Scrape> scrapes,
    List<Double> stops)
    implements Report {
  private static final double PERCENT = 100;

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("machine", machine.describe());
    data.put("groups", plan.groups());
    data.put("partitions", plan.partitions());
    data.put("interval_seconds", plan.interval().toSeconds());
    data.put("measured_seconds", plan.measured().toSeconds());
    data.put("sampler_core_percent", cost.sampler() * PERCENT);
    data.put("compiler_core_percent", cost.compiler() * PERCENT);
    data.put("monitor_core_percent", cost.monitor() * PERCENT);
    data.put("broker_core_percent", cost.broker() * PERCENT);
    cost.machine().ifPresent(share -> data.put("machine_core_percent", share * PERCENT));
    data.put("looks", cost.looks());
    data.put("look_seconds", lookSeconds());
    data.put("scrape_bytes", scrapeBytes());
    data.put("scrape_millis", Figures.data(scrapeMillis()));
    data.put("stop_to_page_seconds", Figures.data(stops));
    data.put("objections", objections());
    return data;
  }

  private double lookSeconds() {
    return cost.collector().path("last_look_seconds").asDouble();
  }

  private List<Double> scrapeMillis() {
    return scrapes.stream().map(PageProbe.Scrape::millis).toList();
  }

  private int scrapeBytes() {
    return scrapes.stream().mapToInt(PageProbe.Scrape::bytes).max().orElse(0);
  }

  @Override
  public String table() {
    Table table =
        new Table(
                "groups",
                "partitions",
                "every s",
                "look s",
                "sampler % of a core",
                "monitor %",
                "of it compiling %",
                "broker %")
            .row(
                Integer.toString(plan.groups()),
                Integer.toString(plan.partitions()),
                Long.toString(plan.interval().toSeconds()),
                Figures.decimals(Optional.of(lookSeconds())),
                Figures.decimals(Optional.of(cost.sampler() * PERCENT)),
                Figures.decimals(Optional.of(cost.monitor() * PERCENT)),
                Figures.decimals(Optional.of(cost.compiler() * PERCENT)),
                Figures.decimals(Optional.of(cost.broker() * PERCENT)));
    return String.format(
        Locale.ROOT,
        "machine    %s; %s CPUs busy, all together%n%n%s%n"
            + "a scrape of %,d bytes: %s ms%n"
            + "from a stopped consumer to the page saying so: %s s%n",
        machine.describe(),
        Figures.decimals(cost.machine()),
        table,
        scrapeBytes(),
        Figures.spread(scrapeMillis()),
        Figures.spread(stops));
  }

  @Override
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    long expected = plan.measured().toSeconds() / (plan.interval().toSeconds() + 1);
    if (cost.looks() < expected) {
      objections.add("it looked " + cost.looks() + " times, and not " + expected);
    }
    if (cost.collector().path("failures").asLong() > 0) {
      objections.add("looks have failed: " + cost.collector().path("last_failure"));
    }
    if (cost.collector().path("groups").asInt() < plan.groups()) {
      objections.add("it saw only " + cost.collector().path("groups") + " groups");
    }
    return objections;
  }
}
