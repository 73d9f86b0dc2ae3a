package dev.influx.harvester.api;

/** One address of the API, which has limits of its own. */
sealed interface Endpoint permits Lookup.By, Lookup.Alone, Listing.Kind {

  /** With a name in place of what differs from request to request. */
  String path();
}
