package dev.influx.app.report;

import dev.influx.app.report.Appraised.Author;
import java.util.Comparator;
import java.util.Locale;

/** The order of authors in the list: the score, then followers, then the handle. */
final class Order {
  /** For authors whom the score does not tell apart. */
  static final Comparator<Author> OF_AUTHORS =
      Comparator.comparing((Author author) -> author.followers().orElse(-1L))
          .reversed()
          .thenComparing(author -> author.handle().orElse("").toLowerCase(Locale.ROOT))
          .thenComparing(Author::id);

  private Order() {}
}
