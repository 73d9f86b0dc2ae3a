package dev.influx.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.lists.policies.Policy;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One policy, whole. */
@Command(
    name = "show",
    header = "Shows a policy: what counts, how much, on which curve.",
    description = {
      "The table is for people. JSON is the canonical form, laid out for reading:",
      "everything that the hash covers, models and lexicons included."
    },
    footer = {"  influx policy show", "  influx policy show m2@1 --format json"})
final class PolicyShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "P",
      description = "An id, or a file. Default: scorer.policy.")
  private String policy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  PolicyShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Policy chosen = new PolicyChoice(session).find(policy);
    switch (format) {
      case TABLE -> new PolicyText(chosen).lines().forEach(session.out()::println);
      case JSON -> {
        ObjectMapper json = new ObjectMapper();
        session.out().println(json.readTree(chosen.canonicalBytes()).toPrettyString());
      }
    }
    return ExitCode.OK.code();
  }
}
