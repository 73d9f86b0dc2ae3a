package dev.influx.embedded.registry;

/** One registration in a subject: its number there, the id of its schema, and whether it lives. */
record Version(int number, int id, boolean deleted) {
  Version asDeleted() {
    return new Version(number, id, true);
  }

  boolean live() {
    return !deleted;
  }
}
