package dev.influx.harvester.api;

/** Answers look-ups: the API itself, or one that adds something to another. */
interface Source {

  /** Waits for the answer; interrupting ends the wait and the request. */
  Reply ask(Lookup lookup) throws InterruptedException;
}
