package dev.influx.bench;

import dev.influx.bench.harvest.WindowUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** How a harvest used the windows of a rate limit, by the journal of the simulator. */
record WindowsReport(HarvestReport harvest, List<WindowUse> windows) implements Report {
  private static final double ENOUGH = 0.98;
  private static final double MILLIS_PER_SECOND = 1e3;

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>(harvest.data());
    data.put("windows", windows.stream().map(WindowsReport::data).toList());
    data.put("objections", objections());
    return data;
  }

  private static Map<String, Object> data(WindowUse window) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("allowed", window.allowed());
    data.put("used", window.used());
    data.put("refused", window.refused());
    return data;
  }

  @Override
  public String table() {
    Table table = new Table("window", "allowed", "used", "share", "status 429", "idle before s");
    for (int number = 0; number < windows.size(); number++) {
      WindowUse window = windows.get(number);
      table.row(
          Integer.toString(number + 1),
          Long.toString(window.allowed()),
          Long.toString(window.used()),
          percent(window.share()),
          Long.toString(window.refused()),
          Figures.decimals(idleBefore(number)));
    }
    return harvest.head() + total() + "\n" + table;
  }

  private String total() {
    return String.format(
        "windows    at least %s of the allowed requests used in each, %d answers of status 429%n",
        percent(leastShare()), refused());
  }

  private static String percent(double share) {
    return Figures.decimals(Optional.of(share * 100)) + " %";
  }

  private Optional<Double> idleBefore(int number) {
    return number == 0
        ? Optional.empty()
        : Optional.of(
            windows.get(number - 1).idleUntil(windows.get(number)).toMillis() / MILLIS_PER_SECOND);
  }

  /** The last one is not full: it ends with the list. */
  private double leastShare() {
    return IntStream.range(0, Math.max(1, windows.size() - 1))
        .mapToDouble(number -> windows.get(number).share())
        .min()
        .orElse(0);
  }

  private long refused() {
    return windows.stream().mapToLong(WindowUse::refused).sum();
  }

  @Override
  public List<String> objections() {
    List<String> objections = new ArrayList<>(harvest.objections());
    if (leastShare() < ENOUGH) {
      objections.add("a window was used by " + percent(leastShare()) + " only");
    }
    if (refused() > 0) {
      objections.add(refused() + " requests were refused");
    }
    return objections;
  }
}
