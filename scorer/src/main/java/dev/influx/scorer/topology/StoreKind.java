package dev.influx.scorer.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Where the scorer keeps its authors, and what they claim, between two observations. The changelog
 * is the same for all.
 */
public enum StoreKind {
  /** A hash map: the fastest, and the fastest to restore; all authors in memory. */
  HASH,
  /** The sorted map of Kafka Streams; all authors in memory. */
  MEMORY,
  /** On disk: for more authors than memory holds; after a crash it is restored all the same. */
  ROCKSDB;

  private static final Map<String, String> CHANGELOG =
      Map.of("min.cleanable.dirty.ratio", "0.3", "segment.ms", "86400000");

  StoreBuilder<KeyValueStore<Bytes, byte[]>> keyed(String name) {
    return builder(supplier(name)).withLoggingEnabled(CHANGELOG);
  }

  /**
   * A few bytes per partition on disk. They say which policy judged last, and only a topology with
   * something on disk keeps its process id over a restart: the broker then fences the transactions
   * of a killed predecessor at once instead of after their timeout. RocksDB would do as well, and
   * takes half a second to begin.
   */
  static StoreBuilder<KeyValueStore<Bytes, byte[]>> progress(String name) {
    return builder(new HashStore.Supplier(name, true)).withLoggingEnabled(CHANGELOG);
  }

  /**
   * One entry that changes with every record: of those between two commits the last is logged. The
   * segments of the log are small, so that those that are full are compacted soon.
   */
  static StoreBuilder<KeyValueStore<Bytes, byte[]>> ledger(String name) {
    return builder(new HashStore.Supplier(name, false))
        .withCachingEnabled()
        .withLoggingEnabled(Map.of("min.cleanable.dirty.ratio", "0.3", "segment.bytes", "1048576"));
  }

  private KeyValueBytesStoreSupplier supplier(String name) {
    return switch (this) {
      case HASH -> new HashStore.Supplier(name, false);
      case MEMORY -> Stores.inMemoryKeyValueStore(name);
      case ROCKSDB -> Stores.persistentKeyValueStore(name);
    };
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      KeyValueBytesStoreSupplier supplier) {
    return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }
}
