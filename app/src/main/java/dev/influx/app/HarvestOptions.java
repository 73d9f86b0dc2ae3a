package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.budget.Budget;
import dev.influx.harvester.budget.Money;
import dev.influx.harvester.budget.Pace;
import dev.influx.harvester.budget.Prices;
import dev.influx.schemas.SourceKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whom to ask, how many at once, and for how much money: the same for all who ask. */
final class HarvestOptions {

  @Option(
      names = "--simulator",
      paramLabel = "URL",
      description = "Ask this simulator instead of X; http is fine there.")
  private URI simulator;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      converter = NumberWithin.BatchSize.class,
      description = "Authors in a request, 1 to 100. Default: harvest.batch_size.")
  private Integer batchSize;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      converter = NumberWithin.Parallel.class,
      description = "Requests at the same time, 1 to 64. Default: harvest.parallel.")
  private Integer parallel;

  @Option(
      names = "--max-reads",
      paramLabel = "N",
      converter = NumberWithin.Count.class,
      description = "Users whom X may charge for, at most.")
  private Integer maxReads;

  @Option(
      names = "--max-cost",
      paramLabel = "DOLLARS",
      converter = MoneyConverter.class,
      description = "What they may cost, at $0.01 for each user and UTC day.")
  private Money maxCost;

  /** What a simulator knows by an id is somebody else on X: they share no journal. */
  Path journal(Config.Harvest harvest) {
    return harvest.stateDir().resolve(simulator == null ? "journal" : "journal.simulator");
  }

  Optional<URI> simulator() {
    return Optional.ofNullable(simulator);
  }

  boolean isBounded() {
    return maxReads != null || maxCost != null;
  }

  Budget budget(Budget.Span span) {
    OptionalLong reads = maxReads == null ? OptionalLong.empty() : OptionalLong.of(maxReads);
    return new Budget(reads, Optional.ofNullable(maxCost), span);
  }

  Pace.Bounds bounds(Config.Harvest harvest) {
    return new Pace.Bounds(
        batchSize == null ? harvest.batchSize() : batchSize,
        parallel == null ? harvest.parallel() : parallel);
  }

  /** Fails when there is no token, or when a number is out of its bounds. */
  HarvesterSettings settings(Config.Harvest harvest, LimitOptions limits, Budget.Span span) {
    ApiSettings api = limits.in(XAccess.of(harvest, simulator()));
    SourceKind kind = simulator == null ? SourceKind.X_API : SourceKind.SIMULATOR;
    return HarvesterSettings.of(api, kind)
        .withBounds(bounds(harvest))
        .withBudget(budget(span), Prices.DEFAULT);
  }

  /** {@code 12.50}. */
  private static final class MoneyConverter implements ITypeConverter<Money> {
    @Override
    public Money convert(String text) {
      return Money.parse(text)
          .orElseThrow(() -> new TypeConversionException("write dollars, such as 12.50"));
    }
  }
}
