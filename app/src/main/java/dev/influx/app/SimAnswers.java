package dev.influx.app;

import dev.influx.app.config.Durations;
import dev.influx.simulator.Answering;
import dev.influx.simulator.Dialect;
import dev.influx.simulator.Paging;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a simulator answers where X has done it in several ways. */
final class SimAnswers {
  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      defaultValue = "legacy",
      description =
          "The vocabulary of the answers: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Dialect dialect;

  @Option(
      names = "--refuse-unknown-fields",
      description = "Status 400 for them, instead of dropping them without a word.")
  private boolean refuseUnknownFields;

  @Option(names = "--shuffle", description = "Answer users in any order.")
  private boolean shuffle;

  @Option(
      names = "--repeat-duplicates",
      description = "Answer twice who is asked for twice, instead of once.")
  private boolean repeatDuplicates;

  @Option(
      names = "--silent-drop",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Leave that share of users out of answers. Default: ${DEFAULT-VALUE}.")
  private double silentDrop;

  @Option(
      names = "--missing",
      paramLabel = "STATUS",
      defaultValue = "200",
      description = "Of a look-up of one user: 200 or 404. Default: ${DEFAULT-VALUE}.")
  private int missing;

  @Option(
      names = "--short-pages",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "That share of pages is not full. Default: ${DEFAULT-VALUE}.")
  private double shortPages;

  @Option(
      names = "--empty-pages",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "That share of pages is empty, with more to come. Default: 0.")
  private double emptyPages;

  @Option(names = "--repeat-page-token", description = "The last page leads to itself, for ever.")
  private boolean repeatToken;

  @Option(names = "--changing-pages", description = "Somebody comes or goes between pages.")
  private boolean changing;

  @Option(
      names = "--page-token-life",
      paramLabel = "TIME",
      defaultValue = "1d",
      converter = TimeConverter.class,
      description = "After which a page token is refused. Default: ${DEFAULT-VALUE}.")
  private Duration tokenLife;

  Answering answering() {
    Answering answering =
        Answering.defaults()
            .withDialect(dialect)
            .withItems(shuffle, repeatDuplicates, silentDrop)
            .withMissingStatus(missing);
    return refuseUnknownFields ? answering.refusingUnknownFields() : answering;
  }

  Paging paging() {
    Paging paging =
        Paging.usual()
            .withShortPages(shortPages)
            .withEmptyPages(emptyPages)
            .withTokenLife(tokenLife);
    paging = repeatToken ? paging.repeatingToken() : paging;
    return changing ? paging.changing() : paging;
  }

  private static final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
