package dev.influx.harvester.api;

/** Answers requests: the API itself, or one that adds something to another. */
interface Source {

  /** Waits for the answer; interrupting ends the wait and the request. */
  Reply ask(Request request) throws InterruptedException;
}
