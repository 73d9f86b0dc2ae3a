package dev.influx.app;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether policies can be used. */
@Command(
    name = "check",
    header = "Checks policy files whole, and reports all that is wrong at once.",
    description = {
      "Reads each policy with its models and lexicons: from models/ and domains/",
      "beside it, or else those that come with influx. Ends with 3 when one of them",
      "cannot be used."
    },
    footer = {"  influx policy check my-policy.yml", "  influx policy check *.yml --format json"})
final class PolicyCheckCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policies to check.")
  private List<Path> files;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  PolicyCheckCommand(Session session) {
    this.session = session;
  }

  /** What came of one file. */
  private record Checked(Path file, Reading<Policy> reading) {
    boolean good() {
      return reading.fold(policy -> true, faults -> false);
    }

    List<DataFault> faults() {
      return reading.fold(policy -> List.of(), faults -> faults);
    }

    Map<String, Object> entry() {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("file", file.toString());
      entry.put("id", reading.fold(Policy::id, faults -> null));
      entry.put("sha256", reading.fold(policy -> policy.sha256().hex(), faults -> null));
      entry.put("faults", faults().stream().map(DataFault::toString).toList());
      return entry;
    }
  }

  @Override
  public Integer call() {
    List<Checked> checked = files.stream().map(this::check).toList();
    switch (format) {
      case TABLE -> checked.forEach(this::print);
      case JSON -> session.printJson(checked.stream().map(Checked::entry).toList());
    }
    boolean allGood = checked.stream().allMatch(Checked::good);
    return (allGood ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private Checked check(Path file) {
    return new Checked(file, Policies.load(session.surroundings().directory().resolve(file)));
  }

  private void print(Checked checked) {
    checked.faults().forEach(session.err()::println);
    String found =
        checked
            .reading()
            .fold(
                policy -> "good, " + policy.id() + " " + policy.sha256(), PolicyCheckCommand::bad);
    session.out().println(checked.file() + ": " + found);
  }

  private static String bad(List<DataFault> faults) {
    return "cannot be used, " + (faults.size() == 1 ? "1 fault" : faults.size() + " faults");
  }
}
