package dev.influx.harvester.api;

/** One request to X. */
sealed interface Request permits Lookup, PageRequest {

  /** Whose limits it uses up. */
  Endpoint to();

  /** Path and query, ready to be sent. */
  String target(Dialect dialect);

  /** What was asked, without its parameters: the form that provenance names. */
  default String endpoint() {
    return "GET " + to().path();
  }
}
