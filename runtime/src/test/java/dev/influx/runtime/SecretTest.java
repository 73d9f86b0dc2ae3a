package dev.influx.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void showsNothingOfItself() {
    record Holder(Optional<Secret> token) {}
    assertThat(new Holder(Optional.of(Secret.of("hush"))).toString())
        .isEqualTo("Holder[token=Optional[***]]");
    assertThat(String.format("%s", Secret.of("hush"))).isEqualTo("***");
  }

  @Test
  void revealsItsValueWithoutTheWhiteSpaceOfAFile() {
    assertThat(Secret.of(" hush\n").reveal()).isEqualTo("hush");
  }

  @Test
  void equalsItsLike() {
    assertThat(Secret.of("hush")).isEqualTo(Secret.of("hush")).hasSameHashCodeAs(Secret.of("hush"));
    assertThat(Secret.of("hush")).isNotEqualTo(Secret.of("other")).isNotEqualTo("hush");
  }

  @Test
  void isNeverEmpty() {
    assertThatThrownBy(() -> Secret.of(" \n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a secret cannot be empty");
  }
}
