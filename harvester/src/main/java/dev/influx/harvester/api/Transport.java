package dev.influx.harvester.api;

import java.io.IOException;

/** Brings one request to X and one answer back. */
interface Transport {
  Received send(Request request) throws IOException, InterruptedException;
}
