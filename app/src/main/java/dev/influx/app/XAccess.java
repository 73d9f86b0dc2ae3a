package dev.influx.app;

import dev.influx.app.config.Config;
import dev.influx.harvester.api.ApiSettings;
import dev.influx.harvester.api.LimitUse;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Secret;
import java.net.URI;
import java.util.Optional;

/** The X API as it is configured, or a simulator in its place. */
final class XAccess {
  private XAccess() {}

  /** Fails when there is no token. */
  static ApiSettings of(Config.Harvest harvest, Optional<URI> simulator) {
    Secret token = harvest.api().bearerToken().orElseThrow(XAccess::noToken);
    String origin =
        harvest.api().token().isPresent() ? "INFLUX_API_TOKEN" : "harvest.api.token_file";
    return new ApiSettings(
        simulator.orElse(harvest.api().baseUrl()),
        token,
        origin,
        harvest.api().dialect(),
        simulator.isPresent(),
        ApiSettings.Patience.DEFAULT,
        LimitUse.DEFAULT,
        Optional.of(harvest.stateDir().resolve("limits")));
  }

  private static Explained noToken() {
    return new Explained(
        "the X API needs a token",
        "neither INFLUX_API_TOKEN nor harvest.api.token_file is set",
        "create a bearer token in the developer portal of X and put it into one of them;"
            + " without one, try: influx up",
        null);
  }
}
