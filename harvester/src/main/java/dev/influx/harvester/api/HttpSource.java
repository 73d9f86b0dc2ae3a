package dev.influx.harvester.api;

import java.io.IOException;

/** The X API over a transport: every exchange, even a failed one, becomes an answer. */
final class HttpSource implements Source {
  private final Transport transport;
  private final Classifier classifier;

  HttpSource(Transport transport, Classifier classifier) {
    this.transport = transport;
    this.classifier = classifier;
  }

  @Override
  public Reply ask(Request request) throws InterruptedException {
    try {
      Received received = transport.send(request);
      return new Reply(classifier.classify(request, received), RateReport.of(received.headers()));
    } catch (IOException e) {
      return new Reply(classifier.classify(e), RateReport.NONE);
    }
  }
}
