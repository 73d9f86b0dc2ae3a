package dev.influx.validator.audit.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reviewer says of the side on which an author came out. */
enum Label {
  RIGHT,
  WRONG,
  UNSURE;

  /** Ignores case, and blanks around it. */
  static Optional<Label> of(String text) {
    String folded = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.code().equals(folded)).findFirst();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Label::code).toList();
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
