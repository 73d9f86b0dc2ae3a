package dev.influx.scorer.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.lists.policies.UnableToReadPolicyException;
import dev.influx.runtime.policies.PolicyBook;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private static final Policy CONFIGURED = Policies.bundled().find("m0").orElseThrow();
  private static final Policy OTHER = Policies.bundled().find("m2@1").orElseThrow();
  private static final PolicyRef UNKNOWN = new PolicyRef("m9", new Sha256(new byte[32]));

  @Test
  void withoutAPointerTheConfiguredPolicyJudges() {
    assertThat(start(PolicyBook.empty()).policy()).isEqualTo(name(CONFIGURED));
  }

  @Test
  void theActivePolicyComesBeforeTheConfiguredOne() {
    Judge judge = start(book(name(OTHER), null));

    assertThat(judge.policy()).isEqualTo(name(OTHER));
    assertThat(judge.obstacle()).isEmpty();
  }

  @Test
  void aPolicyThatOnlyTheTopicKnowsIsRead() {
    Policy mine = mine();
    PolicyBook book = new PolicyBook(Map.of("mine", document(mine)), pointer(name(mine), null));

    assertThat(start(book).policy()).isEqualTo(name(mine));
  }

  @Test
  void whoJudgesGoesOnWhereTheActivePolicyCannotBeRead() {
    Judge before = start(book(name(OTHER), null));
    Judge after =
        Succession.after(Optional.of(before), CONFIGURED, book(UNKNOWN, name(CONFIGURED)));

    assertThat(after.policy()).isEqualTo(name(OTHER));
    assertThat(after.obstacle().orElseThrow()).contains("m9 is active", "not in the topic");
  }

  @Test
  void whoStartsThenTakesTheOneBeforeIt() {
    assertThat(start(book(UNKNOWN, name(OTHER))).policy()).isEqualTo(name(OTHER));
    assertThat(start(book(UNKNOWN, null)).policy()).isEqualTo(name(CONFIGURED));
    assertThat(start(book(UNKNOWN, UNKNOWN)).obstacle()).isPresent();
  }

  @Test
  void aDocumentThatIsNotWhatItsNameSaysIsRefused() {
    PolicyRef name = name(mine());
    PolicyEvent torn =
        new PolicyEvent(
            name,
            ByteBuffer.wrap("{\"id\":\"mine\"}".getBytes(StandardCharsets.UTF_8)),
            Instant.EPOCH,
            null,
            null,
            null);
    Judge judge = start(new PolicyBook(Map.of("mine", torn), pointer(name, null)));

    assertThat(judge.policy()).isEqualTo(name(CONFIGURED));
    assertThat(judge.obstacle()).isPresent();
  }

  @Test
  void nobodyIsReplacedByTheSame() {
    Judge judge = start(book(name(OTHER), null));

    assertThat(
            Succession.after(Optional.of(judge), CONFIGURED, book(name(OTHER), name(CONFIGURED))))
        .isSameAs(judge);
  }

  @Test
  void whatComesBackIsKnownToHaveBeenAway() {
    Judge first = start(PolicyBook.empty());
    Judge second = Succession.after(Optional.of(first), CONFIGURED, book(name(OTHER), null));
    Judge third = Succession.after(Optional.of(second), CONFIGURED, book(name(CONFIGURED), null));

    assertThat(third.policy()).isEqualTo(first.policy());
    assertThat(third).isNotSameAs(first);
  }

  private static Judge start(PolicyBook book) {
    return Succession.after(Optional.empty(), CONFIGURED, book);
  }

  private static Policy mine() {
    String m0 = new String(CONFIGURED.canonicalBytes(), StandardCharsets.UTF_8);
    byte[] mine =
        m0.replaceFirst("\"id\":\"m0\"", "\"id\":\"mine\"").getBytes(StandardCharsets.UTF_8);
    return Policies.fromCanonical(mine).orElseThrow(UnableToReadPolicyException::new);
  }

  private static PolicyBook book(PolicyRef active, PolicyRef previous) {
    return new PolicyBook(Map.of(), pointer(active, previous));
  }

  private static Optional<PolicyEvent> pointer(PolicyRef active, PolicyRef previous) {
    return Optional.of(new PolicyEvent(active, null, Instant.EPOCH, "test", null, previous));
  }

  private static PolicyEvent document(Policy policy) {
    return new PolicyEvent(
        name(policy), ByteBuffer.wrap(policy.canonicalBytes()), Instant.EPOCH, null, null, null);
  }

  private static PolicyRef name(Policy policy) {
    return new PolicyRef(policy.id(), new Sha256(policy.sha256().bytes()));
  }
}
