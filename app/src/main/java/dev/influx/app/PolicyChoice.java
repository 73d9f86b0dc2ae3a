package dev.influx.app;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.Explained;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Finds the policy that a person named: a bundled one by its id, or a file. */
final class PolicyChoice {
  private final Session session;

  PolicyChoice(Session session) {
    this.session = session;
  }

  /** Without a name, the configured one. */
  Policy find(String named) {
    String name = named == null ? session.config().scorer().policy() : named;
    Path file = session.surroundings().directory().resolve(name);
    return Files.isRegularFile(file) ? read(file) : bundled(name);
  }

  private static Policy read(Path file) {
    return Policies.load(file)
        .fold(
            policy -> policy,
            faults -> {
              String all =
                  faults.stream().map(Object::toString).collect(Collectors.joining("\n     "));
              throw new Explained(
                  "the policy " + file + " cannot be used", all, "correct the file", null);
            });
  }

  private static Policy bundled(String id) {
    Policies known = Policies.bundled();
    return known
        .find(id)
        .orElseThrow(
            () ->
                new Explained(
                    "there is no policy " + id,
                    "known are: " + ids(known),
                    "name one of them, or a policy file",
                    null));
  }

  private static String ids(Policies known) {
    return known.all().stream().map(Policy::id).collect(Collectors.joining(", "));
  }
}
