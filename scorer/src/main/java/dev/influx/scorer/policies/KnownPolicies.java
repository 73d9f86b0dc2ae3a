package dev.influx.scorer.policies;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.policies.PolicyBook;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a policy is found by name and content: with whoever configured it, among those that come
 * with influx, and in the topic. The last takes longest, for what stands there is checked whole.
 *
 * @param configured judges where none is active
 */
public record KnownPolicies(Policy configured, PolicyBook book) {

  /** The policy, or why it cannot be had. */
  public Reading<Policy> find(PolicyRef wanted) {
    try {
      return atHand(wanted)
          .map(Reading::accepted)
          .or(() -> book.document(wanted).map(KnownPolicies::read))
          .orElseGet(
              () -> refused(wanted, "it is not in the topic of policies", "publish it there"));
    } catch (RuntimeException e) {
      // A document that some other release wrote may hold what no check here foresaw.
      return refused(wanted, "it cannot be read (" + e + ")", "update this scorer");
    }
  }

  private Optional<Policy> atHand(PolicyRef wanted) {
    return Stream.concat(Stream.of(configured), Policies.bundled().find(wanted.getId()).stream())
        .filter(policy -> isThe(wanted, policy))
        .findFirst();
  }

  static boolean isThe(PolicyRef wanted, Policy policy) {
    return policy.id().equals(wanted.getId())
        && Arrays.equals(policy.sha256().bytes(), wanted.getSha256().bytes());
  }

  private static Reading<Policy> read(PolicyEvent event) {
    ByteBuffer document = event.getDocument().duplicate();
    byte[] bytes = new byte[document.remaining()];
    document.get(bytes);
    return Policies.fromCanonical(bytes)
        .fold(
            policy ->
                isThe(event.getPolicy(), policy)
                    ? Reading.accepted(policy)
                    : refused(
                        event.getPolicy(), "its document has another content", "publish it again"),
            Reading::refused);
  }

  private static Reading<Policy> refused(PolicyRef wanted, String what, String remedy) {
    return Reading.refused(List.of(new DataFault(wanted.getId(), 0, what, remedy)));
  }
}
