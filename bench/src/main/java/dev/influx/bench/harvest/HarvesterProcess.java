package dev.influx.bench.harvest;

import dev.influx.harvester.HarvestProgress;
import dev.influx.harvester.Harvester;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.RunningHarvester;
import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.errand.Counterpart;
import dev.influx.harvester.errand.ListSource;
import dev.influx.harvester.errand.RunDirectory;
import dev.influx.harvester.plan.Ending;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.Secret;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.wire.Registry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The main class of the harvester's JVM: one run over a list, as {@code influx harvest bulk} does
 * it. It says {@code started}, answers {@code progress}, {@code outcomes} and {@code heap}, and
 * stops when its standard input ends, so that it never outlives who started it.
 */
public final class HarvesterProcess {
  private HarvesterProcess() {}

  public static void main(String[] arguments) throws IOException {
    HarvestTask task = HarvestTask.parse(List.of(arguments));
    try (Registry registry = Registry.at(task.registryUrl(), Map.of());
        RunDirectory directory =
            RunDirectory.create(
                task.runs(),
                task.run(),
                Instant.now(),
                Counterpart.of(SourceKind.SIMULATOR, task.api()),
                new ListSource().with(task.handles()));
        RunningHarvester harvester = start(task, registry, directory)) {
      say("started", "");
      answer(harvester);
    }
  }

  private static RunningHarvester start(
      HarvestTask task, Registry registry, RunDirectory directory) {
    ApiSettings api =
        ApiSettings.of(task.api(), Secret.of(SimulatorProcess.TOKEN), "the benchmark");
    HarvesterSettings settings =
        HarvesterSettings.of(api, SourceKind.SIMULATOR)
            .withParallel(task.parallel())
            .withJournal(directory.journal());
    KafkaConnection kafka = KafkaConnection.to(task.bootstrapServers());
    return new Harvester(
            kafka, registry, task.topics(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))
        .run(settings, directory.errand(key -> List.of()));
  }

  private static void answer(RunningHarvester harvester) throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      harvester
          .failure()
          .ifPresent(failure -> say("failed", failure.what() + ": " + failure.why()));
      switch (line) {
        case "progress" -> say("progress", progress(harvester.progress()));
        case "outcomes" -> say("outcomes", outcomes(harvester.progress()));
        case "heap" -> say("heap", Long.toString(heapAfterCollection()));
        default -> throw new IllegalArgumentException("not a question: " + line);
      }
    }
  }

  /** How many authors are open, how many profiles are acknowledged, how many requests were made. */
  private static String progress(HarvestProgress progress) {
    return progress.pending() + " " + progress.count(Ending.FOUND) + " " + progress.requests();
  }

  private static String outcomes(HarvestProgress progress) {
    Map<String, Integer> byCode = new TreeMap<>();
    progress.endings().forEach((ending, count) -> byCode.put(ending.code(), count));
    return byCode.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void say(String word, String rest) {
    System.out.println(word + " " + rest);
    System.out.flush();
  }
}
