package dev.influx.app;

import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.api.LimitUse;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How the requests that X allows are used. */
final class LimitOptions {

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "One of burst, pace: all requests that X allows as fast as they are answered, or spread"
              + " over each window. Default: burst.")
  private LimitUse.Mode mode = LimitUse.Mode.BURST;

  @Option(
      names = "--reserve",
      paramLabel = "N",
      converter = NumberWithin.Count.class,
      description =
          "Requests of each window to leave to others who use the same token. Default: 0.")
  private int reserve;

  @Option(
      names = "--max-wait",
      paramLabel = "TIME",
      converter = HarvestRunCommand.DurationConverter.class,
      description =
          "How long a request may wait for a limit, such as 20m; beyond that the run stops with"
              + " exit code 4. Default: 25h.")
  private Duration maxWait = ApiSettings.Patience.DEFAULT.forLimits();

  ApiSettings in(ApiSettings api) {
    return api.withUse(new LimitUse(mode, reserve)).withLongestWait(maxWait);
  }
}
