package dev.influx.bench;

import dev.influx.bench.measure.Machine;
import dev.influx.bench.micro.MicroRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Benchmarks of pure code side by side.
 *
 * @param input whose authors they were
 * @param loadBefore of the machine, in processors that were busy
 */
record MicroReport(Machine machine, String input, double loadBefore, List<MicroRun> runs)
    implements Report {

  @Override
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("machine", machine.describe());
    data.put("input", input);
    data.put("load_before", loadBefore);
    data.put("runs", runs.stream().map(MicroRun::data).toList());
    return data;
  }

  @Override
  public String table() {
    Table table = new Table("benchmark", "policy", "per second", "+-", "ns each", "bytes each");
    runs.forEach(
        run ->
            table.row(
                run.method(),
                run.policy().orElse(""),
                Figures.whole(Optional.of(run.perSecond())),
                Figures.whole(run.knownError()),
                Figures.whole(Optional.of(run.nanos())),
                Figures.whole(run.bytes())));
    return String.format(
        "machine    %s; load before %s%ninput      %s; one thread%n%n%s",
        machine.describe(), Figures.decimals(Optional.of(loadBefore)), input, table);
  }

  @Override
  public List<String> objections() {
    return List.of();
  }
}
