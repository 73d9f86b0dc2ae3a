package dev.influx.app;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.seeds.Seed;
import dev.influx.lists.targets.DomainTargets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether seed lists can be used. */
@Command(
    name = "check",
    header = "Checks seed lists whole, and reports all that is wrong at once.",
    description = {
      "All lists are checked together: no handle may be in them twice, whatever its",
      "case. Of a directory also targets.yml and the reviewed proposals in reviewed/.",
      "Ends with 3 when something is wrong."
    },
    footer = {
      "  influx seeds check",
      "  influx seeds check my-seeds.csv lists/seeds",
      "  influx seeds check --format json"
    })
final class SeedsCheckCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR",
      description = "Seed lists, or directories of them. Default: where the lists are.")
  private List<Path> named = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  SeedsCheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SeedPlaces places = SeedPlaces.of(session, named);
    Reading<List<Seed>> seeds = places.read();
    List<DataFault> faults = new ArrayList<>();
    faults.addAll(faults(seeds));
    places.targetsFile().map(DomainTargets::read).ifPresent(it -> faults.addAll(faults(it)));
    faults.addAll(faults(places.reviewed(List.of())));
    switch (format) {
      case TABLE -> print(places, seeds, faults);
      case JSON -> session.printJson(object(places, seeds, faults));
    }
    return (faults.isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private static List<DataFault> faults(Reading<?> reading) {
    return reading.fold(good -> List.of(), faults -> faults);
  }

  private void print(SeedPlaces places, Reading<List<Seed>> seeds, List<DataFault> faults) {
    faults.forEach(session.err()::println);
    String found =
        faults.isEmpty()
            ? seeds.fold(SeedsCheckCommand::good, none -> "")
            : "cannot be used, " + (faults.size() == 1 ? "1 fault" : faults.size() + " faults");
    session.out().println(places.names() + ": " + found);
  }

  private static String good(List<Seed> seeds) {
    long domains = seeds.stream().map(Seed::domain).distinct().count();
    return "good, " + seeds.size() + " seeds of " + domains + " domains";
  }

  private static Map<String, Object> object(
      SeedPlaces places, Reading<List<Seed>> seeds, List<DataFault> faults) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("places", places.names());
    object.put("seeds", seeds.fold(List::size, none -> null));
    object.put("faults", faults.stream().map(SeedsCheckCommand::object).toList());
    return object;
  }

  private static Map<String, Object> object(DataFault fault) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", fault.source());
    object.put("line", fault.line() == 0 ? null : fault.line());
    object.put("what", fault.what());
    object.put("remedy", fault.remedy());
    return object;
  }
}
