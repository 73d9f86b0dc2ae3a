package dev.influx.scorer.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A key-value store in memory, rebuilt from its changelog; a small one may be kept in a file as
 * well. Look-ups are what the scorer does a million times. Whoever walks over all authors gets them
 * in no order, since to sort millions of keys would hold up everything else; only a range is
 * sorted.
 */
final class HashStore implements KeyValueStore<Bytes, byte[]> {
  private final String name;
  private final CompactMap entries = new CompactMap();
  private final Position nowhere = Position.emptyPosition();
  private final boolean kept;
  private Optional<StoreFile> file = Optional.empty();
  private volatile boolean open;

  /**
   * A store without entries.
   *
   * @param kept whether every commit leaves the entries in a file
   */
  HashStore(String name, boolean kept) {
    this.name = name;
    this.kept = kept;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    BatchingStateRestoreCallback restore =
        records -> records.forEach(record -> set(record.key, record.value));
    if (kept) {
      load(new StoreFile(context.stateDir().toPath().resolve(name + ".entries")));
    }
    context.register(root, restore);
    open = true;
  }

  private synchronized void load(StoreFile from) {
    file = Optional.of(from);
    from.read().entries().forEach((key, value) -> entries.put(key.get(), value));
  }

  /** On the thread of the task, after the transaction: what is here is what was committed. */
  @Override
  public synchronized void commit(Map<TopicPartition, Long> offsets) {
    file.ifPresent(to -> to.write(new StoreFile.Content(offsets, everything())));
  }

  @Override
  public Long committedOffset(TopicPartition changelog) {
    return file.map(from -> from.read().offsets().get(changelog)).orElse(null);
  }

  private Map<Bytes, byte[]> everything() {
    Map<Bytes, byte[]> all = new HashMap<>();
    entries.forEachKey(key -> all.put(Bytes.wrap(key), entries.get(key)));
    return all;
  }

  private synchronized void set(byte[] key, byte[] value) {
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put(key, value);
    }
  }

  @Override
  public synchronized byte[] get(Bytes key) {
    return entries.get(key.get());
  }

  @Override
  public void put(Bytes key, byte[] value) {
    set(key.get(), value);
  }

  @Override
  public synchronized byte[] putIfAbsent(Bytes key, byte[] value) {
    byte[] present = get(key);
    if (present == null) {
      put(key, value);
    }
    return present;
  }

  @Override
  public void putAll(List<KeyValue<Bytes, byte[]>> records) {
    records.forEach(record -> put(record.key, record.value));
  }

  @Override
  public synchronized byte[] delete(Bytes key) {
    byte[] present = get(key);
    entries.remove(key.get());
    return present;
  }

  @Override
  public synchronized KeyValueIterator<Bytes, byte[]> all() {
    List<byte[]> keys = new ArrayList<>(entries.size());
    entries.forEachKey(keys::add);
    return new Listing(keys);
  }

  @Override
  public synchronized KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
    List<byte[]> keys = new ArrayList<>();
    entries.forEachKey(
        key -> {
          if ((from == null || Arrays.compareUnsigned(key, from.get()) >= 0)
              && (to == null || Arrays.compareUnsigned(key, to.get()) <= 0)) {
            keys.add(key);
          }
        });
    keys.sort(Arrays::compareUnsigned);
    return new Listing(keys);
  }

  @Override
  public synchronized long approximateNumEntries() {
    return entries.size();
  }

  @Override
  public synchronized void close() {
    entries.clear();
    open = false;
  }

  /** Queries that are bound to a position are not offered, so none is tracked. */
  @Override
  public Position getPosition() {
    return nowhere;
  }

  @Override
  public boolean persistent() {
    return kept;
  }

  /** Deprecated from its first day, for the day when all stores do. */
  @Override
  @SuppressWarnings("deprecation")
  public boolean managesOffsets() {
    return kept;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Makes such stores for Kafka Streams. */
  record Supplier(String name, boolean kept) implements KeyValueBytesStoreSupplier {
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
      return new HashStore(name, kept);
    }

    @Override
    public String metricsScope() {
      return "hash";
    }
  }

  /** The keys as they were when the listing was made, with their values as they are. */
  private final class Listing implements KeyValueIterator<Bytes, byte[]> {
    private final Iterator<byte[]> keys;
    private KeyValue<Bytes, byte[]> next;

    Listing(List<byte[]> keys) {
      this.keys = keys.iterator();
      advance();
    }

    private void advance() {
      next = null;
      while (next == null && keys.hasNext()) {
        Bytes key = Bytes.wrap(keys.next());
        byte[] value = get(key);
        next = value == null ? null : KeyValue.pair(key, value);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Bytes peekNextKey() {
      return current().key;
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
      KeyValue<Bytes, byte[]> entry = current();
      advance();
      return entry;
    }

    private KeyValue<Bytes, byte[]> current() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      return next;
    }

    @Override
    public void close() {
      next = null;
    }
  }
}
