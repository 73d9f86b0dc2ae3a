package dev.influx.app;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The policies that come with influx. */
@Command(
    name = "list",
    header = "Lists the policies that come with influx.",
    footer = {"  influx policy list", "  influx policy list --format json"})
final class PolicyListCommand implements Callable<Integer> {
  private static final int SHORT_HASH = 12;

  private final Session session;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  PolicyListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Policy> policies = Policies.bundled().all();
    switch (format) {
      case TABLE -> table(policies).lines().forEach(session.out()::println);
      case JSON -> session.printJson(policies.stream().map(PolicyListCommand::entry).toList());
    }
    return ExitCode.OK.code();
  }

  private static Table table(List<Policy> policies) {
    Table table = new Table("POLICY", "DEFAULT", "MODEL", "DOMAINS", "SHA-256", "WHAT IT IS");
    policies.forEach(
        policy ->
            table.add(
                policy.id(),
                isDefault(policy) ? "yes" : "",
                policy.model().id(),
                Integer.toString(policy.domains().size()),
                policy.sha256().hex().substring(0, SHORT_HASH),
                policy.description()));
    return table;
  }

  private static Map<String, Object> entry(Policy policy) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", policy.id());
    entry.put("sha256", policy.sha256().hex());
    entry.put("default", isDefault(policy));
    entry.put("model", policy.model().id());
    entry.put("domains", policy.domains().stream().map(lexicon -> lexicon.id()).toList());
    entry.put("description", policy.description());
    return entry;
  }

  private static boolean isDefault(Policy policy) {
    return policy.id().equals(Policies.DEFAULT);
  }
}
