package dev.influx.bench.worker;

import dev.influx.runtime.Health;
import dev.influx.schemas.wire.Registry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The main class of a process under measurement. It says {@code started} and {@code ready} on its
 * standard output, answers {@code outcomes} and {@code heap}, and stops in order when its standard
 * input ends, so that it never outlives who started it.
 */
public final class WorkerProcess {
  private static final long PAUSE_NANOS = 2_000_000;

  private WorkerProcess() {}

  public static void main(String[] arguments) throws IOException {
    Task task = Task.parse(List.of(arguments));
    try (Registry registry = Registry.at(task.registryUrl(), Map.of());
        Work work = start(task, registry)) {
      Thread lookout = new Thread(() -> tellWhenReady(work), "bench-lookout");
      lookout.setDaemon(true);
      lookout.start();
      answer(work);
    }
  }

  private static Work start(Task task, Registry registry) {
    Work work =
        task.level()
            .stores()
            .<Work>map(stores -> ScorerWork.start(task, stores, registry))
            .orElseGet(() -> LoopWork.start(task, registry));
    say("started", "");
    return work;
  }

  private static void tellWhenReady(Work work) {
    while (work.health().state() == Health.State.BUSY) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    say(work.health().state() == Health.State.READY ? "ready" : "failed", work.health().reason());
  }

  private static void answer(Work work) throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      switch (line) {
        case "outcomes" -> say("outcomes", outcomes(work));
        case "heap" -> say("heap", Long.toString(heapAfterCollection()));
        default -> throw new IllegalArgumentException("not a question: " + line);
      }
    }
  }

  private static String outcomes(Work work) {
    return new TreeMap<>(work.outcomes())
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }

  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static synchronized void say(String word, String rest) {
    System.out.println(word + " " + rest);
    System.out.flush();
  }
}
