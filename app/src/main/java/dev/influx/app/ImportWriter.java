package dev.influx.app;

import dev.influx.harvester.imports.Fault;
import dev.influx.harvester.imports.Import;
import dev.influx.harvester.imports.ImportCounts;
import dev.influx.harvester.publish.ImportedRecord;
import java.io.PrintWriter;
import java.util.List;

/** Hands on what is imported; stderr says what is quarantined and how far it has come. */
final class ImportWriter implements Import.Taker {
  private final PrintWriter err;
  private final ImportProgress progress;
  private final Destination destination;

  ImportWriter(PrintWriter err, ImportProgress progress, Destination destination) {
    this.err = err;
    this.progress = progress;
    this.destination = destination;
  }

  /** Where records go. */
  @FunctionalInterface
  interface Destination {
    void publish(List<ImportedRecord> records) throws InterruptedException;
  }

  @Override
  public void publish(List<ImportedRecord> records) throws InterruptedException {
    destination.publish(records);
  }

  @Override
  public void quarantined(String file, long line, Fault fault, String why) {
    progress.clear();
    err.println(file + ":" + line + ": " + fault.code() + ": " + why);
  }

  @Override
  public void proceeded(ImportCounts soFar) {
    progress.show(soFar);
  }
}
