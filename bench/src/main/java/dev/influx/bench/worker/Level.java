package dev.influx.bench.worker;

import dev.influx.scorer.topology.StoreKind;
import java.util.List;
import java.util.Optional;

/** What can be measured, from the least that any processor must do to the scorer itself. */
public enum Level {
  /** Reads and writes the same bytes, exactly once: the limit of the machine and the broker. */
  COPY("L2 copy loop", null),
  /** The real work in a hand-written loop over plain clients: the limit of the work. */
  PLAIN("L3 plain loop", null),
  HASH("scorer, hash", StoreKind.HASH),
  MEMORY("scorer, memory", StoreKind.MEMORY),
  ROCKSDB("scorer, rocksdb", StoreKind.ROCKSDB),
  /** The scorer of a replay, over all that the raw topic holds when it starts. */
  REPLAY("replay, hash", StoreKind.HASH);

  private final String title;
  private final StoreKind stores;

  Level(String title, StoreKind stores) {
    this.title = title;
    this.stores = stores;
  }

  /** The scorer with this store. */
  public static Level of(StoreKind stores) {
    return List.of(values()).stream()
        .filter(level -> level != REPLAY && level.stores == stores)
        .findFirst()
        .orElseThrow();
  }

  public String title() {
    return title;
  }

  /** The store of the scorer; none for the loops. */
  public Optional<StoreKind> stores() {
    return Optional.ofNullable(stores);
  }
}
