package dev.influx.app.pipe;

import dev.influx.runtime.TopicReading;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The ids of whoever is in the topic of accepted or in that of rejected authors, and no more. */
public final class LiveAuthors {
  /** Ids are numbers, of which the shorter are the smaller. */
  private static final Comparator<String> ASCENDING =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  private final String accepted;
  private final Predicate<String> wanted;
  private final Set<String> inList = new HashSet<>();
  private final Set<String> outside = new HashSet<>();

  private LiveAuthors(String accepted, Predicate<String> wanted) {
    this.accepted = accepted;
    this.wanted = wanted;
  }

  /** Those that somebody wants, as of now. */
  public static Set<String> ids(Installation installation, Predicate<String> wanted) {
    LiveAuthors authors = new LiveAuthors(installation.topics().accepted(), wanted);
    List<String> topics =
        List.of(installation.topics().accepted(), installation.topics().rejected());
    new TopicReading(installation.kafka(), "influx-live", topics)
        .forEach(authors::take, read -> {});
    authors.inList.addAll(authors.outside);
    return authors.inList;
  }

  /** All of them, in ascending order. */
  public static Stream<String> ascending(Installation installation) {
    return ids(installation, id -> true).stream().sorted(ASCENDING);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (!wanted.test(record.key())) {
      return;
    }
    Set<String> side = record.topic().equals(accepted) ? inList : outside;
    if (record.value() == null) {
      side.remove(record.key());
    } else {
      side.add(record.key());
    }
  }
}
