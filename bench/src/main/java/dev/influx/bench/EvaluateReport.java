package dev.influx.bench;

import dev.influx.bench.load.UserFile;
import dev.influx.bench.measure.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs of {@code influx evaluate} over the same file.
 *
 * @param loadBefore of the machine, in processors that were busy
 */
record EvaluateReport(
    Machine machine, UserFile input, long bytes, double loadBefore, List<EvaluateRun> runs)
    implements Report {

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("machine", machine.describe());
    data.put("load_before", loadBefore);
    data.put("seed", input.seed());
    data.put("users", input.users());
    data.put("bytes", bytes);
    data.put("wall_seconds", Figures.data(runs.stream().map(EvaluateRun::seconds).toList()));
    data.put("runs", runs.stream().map(EvaluateRun::data).toList());
    data.put("objections", objections());
    return data;
  }

  @Override
  public String table() {
    Table table =
        new Table("users", "MB", "runs", "wall s", "CPU s", "users/s", "peak RSS MiB")
            .row(
                Figures.whole(Optional.of((double) input.users())),
                Figures.decimals(Optional.of(bytes / 1e6)),
                Integer.toString(runs.size()),
                Figures.spread(runs.stream().map(EvaluateRun::seconds).toList()),
                Figures.spread(runs.stream().map(EvaluateRun::cpuSeconds).toList()),
                Figures.whole(usersPerSecond()),
                Figures.mebibytes(largest()));
    return String.format(
        "machine    %s; load before %s%ninput      invented users, seed %d%n%n%s",
        machine.describe(), Figures.decimals(Optional.of(loadBefore)), input.seed(), table);
  }

  private Optional<Double> usersPerSecond() {
    return Figures.median(runs.stream().map(EvaluateRun::seconds).toList())
        .map(seconds -> input.users() / seconds);
  }

  private Optional<Double> largest() {
    return runs.stream()
        .flatMap(run -> run.peakResidentBytes().stream().boxed())
        .map(Long::doubleValue)
        .max(Double::compare);
  }

  @Override
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    for (EvaluateRun run : runs) {
      Stream.of(run)
          .filter(each -> each.exitCode() != 0 || each.lines() != input.users())
          .map(each -> "a run ended with " + each.exitCode() + " after " + each.lines() + " lines")
          .forEach(objections::add);
    }
    return objections;
  }
}
