package dev.influx.lists.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PressedPoliciesTest {

  private final Policies policies = Policies.bundled();

  @TempDir private Path directory;

  @Test
  void theBuildLeftEveryPolicyAsItsFilesSay() {
    assertThat(policies.ids()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(policies.ids())
        .allSatisfy(
            id -> {
              Policy strict = policies.readStrictly(id);
              Policy pressed = PressedPolicies.find(id).orElseThrow();
              assertThat(pressed).isEqualTo(strict);
              assertThat(pressed.canonicalBytes()).isEqualTo(strict.canonicalBytes());
              assertThat(Policy.of(pressed.content()).sha256()).isEqualTo(strict.sha256());
            });
  }

  @Test
  void pressingWritesOneCanonicalDocumentAPolicy() throws IOException {
    PressedPolicies.main(new String[] {directory.toString()});

    for (String id : policies.ids()) {
      Path pressed = directory.resolve("policies/pressed/" + id + ".json");
      assertThat(Files.readAllBytes(pressed)).isEqualTo(policies.readStrictly(id).canonicalBytes());
    }
  }

  @Test
  void whatWasNotPressedIsNotFound() {
    assertThat(PressedPolicies.find("m9@9")).isEmpty();
  }
}
