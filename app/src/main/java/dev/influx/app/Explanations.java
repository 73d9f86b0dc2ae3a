package dev.influx.app;

import dev.influx.embedded.UnableToStartBrokerException;
import dev.influx.embedded.UnableToStartRegistryException;
import dev.influx.lists.seeds.UnableToReadSeedsException;
import dev.influx.runtime.Explained;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.simulator.UnableToStartSimulatorException;
import dev.influx.simulator.UnableToWriteJournalException;
import dev.influx.simulator.fault.UnableToReadFaultsException;
import dev.influx.simulator.users.UnreadableUsersException;
import dev.influx.validator.sorting.UnableToSpillException;

/**
 * Explains the failures of parts that know nothing of this command: what, why, and what to do.
 * Looked at only after something failed, so that no other run loads these classes.
 */
final class Explanations {
  private Explanations() {}

  /** The same failure if it explains itself, or if nobody foresaw it. */
  static Throwable explain(Throwable failure) {
    if (failure instanceof UnableToStartBrokerException e) {
      return new Explained(e.what(), e.why(), e.remedy(), e);
    }
    if (failure instanceof UnableToStartRegistryException e) {
      return new Explained(e.what(), e.why(), e.remedy(), e);
    }
    if (failure instanceof UnableToStartSimulatorException e) {
      return new Explained(
          "the simulator does not start", e.getMessage(), "free the port, or name another", e);
    }
    if (failure instanceof UnableToReadFaultsException e) {
      return new Explained(
          "the script of faults cannot be used", e.getMessage(), "correct what is named above", e);
    }
    if (failure instanceof UnreadableUsersException e) {
      return new Explained(
          "the users cannot be simulated", e.getMessage(), "correct the lines named above", e);
    }
    if (failure instanceof UnableToWriteJournalException e) {
      return new Explained(
          "the simulator does not start",
          e.getMessage(),
          "name a file in a folder that is there",
          e);
    }
    if (failure instanceof UnableToReadSeedsException e) {
      return new Explained(
          "the seed lists cannot be used", e.getMessage(), "correct the lines named above", e);
    }
    if (failure instanceof UnableToReachRegistryException e) {
      return new Explained(
          "the schema registry does not answer",
          e.getMessage(),
          "start it, or set registry.url to where it listens",
          e);
    }
    if (failure instanceof UnableToSpillException e) {
      return new Explained(
          "there is no room to compare all lines of the file",
          e.getMessage(),
          "make room there, or name another directory: INFLUX_JAVA_OPTS=-Djava.io.tmpdir=...",
          e);
    }
    return failure;
  }
}
