package dev.influx.sink.index;

import dev.influx.runtime.files.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.RocksObject;
import org.rocksdb.WriteOptions;

/**
 * Bytes by key on the disk, in a few sorted parts; what memory it takes does not depend on how many
 * there are. It has no log of its writes: nobody opens it a second time.
 */
final class Shelf implements AutoCloseable {
  private static final long CACHE_BYTES = 32L << 20;

  /** Few parts, of which half is for indexes: one takes more than a small part has room for. */
  private static final int CACHE_PARTS_BITS = 1;

  private static final double FOR_INDEXES = 0.5;
  private static final long LARGE_BUFFER = 48L << 20;
  private static final long SMALL_BUFFER = 12L << 20;

  /** Most of the order is read from one end to the other, of all else one entry at a time. */
  private static final int LARGE_BLOCK_BYTES = 16 << 10;

  private static final int SMALL_BLOCK_BYTES = 4 << 10;
  private static final int FILTER_BITS = 10;
  private static final int READ_AHEAD = 2 << 20;

  private final Path directory;
  private final List<RocksObject> owned = new ArrayList<>();
  private final Map<Part, ColumnFamilyDescriptor> descriptors = new EnumMap<>(Part.class);
  private final Map<Part, ColumnFamilyHandle> parts = new EnumMap<>(Part.class);
  private final WriteOptions writing;
  private final ReadOptions scanning;
  private final RocksDB db;

  /** What is kept under one key each. */
  enum Part {
    ORDER,
    AUTHORS,
    HANDLES,
    REFUSED,
    BEFORE,
    DOUBTS
  }

  private Shelf(Path directory) throws RocksDBException {
    this.directory = directory;
    this.writing = own(new WriteOptions()).setDisableWAL(true);
    this.scanning = own(new ReadOptions()).setFillCache(false).setReadaheadSize(READ_AHEAD);
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    this.db = RocksDB.open(options(), directory.toString(), descriptors(), handles);
    for (Part part : Part.values()) {
      parts.put(part, handles.get(1 + List.of(Part.values()).indexOf(part)));
    }
    own(handles.get(0));
  }

  /** Empties the directory first. */
  static Shelf emptyIn(Path directory) {
    try {
      DirectoryTree.delete(directory);
      loadLibrary(Files.createDirectories(directory.resolve("native")));
      return new Shelf(Files.createDirectories(directory.resolve("db")));
    } catch (IOException | RocksDBException e) {
      throw new UnableToIndexException(directory, e);
    }
  }

  /**
   * From a file of the index, which goes with it. Left to itself, the library is unpacked to the
   * temporary directory of the system, and stays there when the process is killed.
   */
  private static void loadLibrary(Path unpacked) throws IOException {
    NativeLibraryLoader.getInstance().loadLibrary(unpacked.toString());
    RocksDB.loadLibrary();
  }

  private DBOptions options() {
    return own(new DBOptions())
        .setCreateIfMissing(true)
        .setCreateMissingColumnFamilies(true)
        .setMaxBackgroundJobs(2)
        .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
        .setKeepLogFileNum(1);
  }

  private List<ColumnFamilyDescriptor> descriptors() {
    Cache cache = own(new LRUCache(CACHE_BYTES, CACHE_PARTS_BITS, false, FOR_INDEXES));
    List<ColumnFamilyDescriptor> all = new ArrayList<>();
    all.add(descriptor("default", false, cache));
    for (Part part : Part.values()) {
      boolean large = part == Part.ORDER || part == Part.BEFORE;
      descriptors.put(part, descriptor(part.name(), large, cache));
      all.add(descriptors.get(part));
    }
    return all;
  }

  private ColumnFamilyDescriptor descriptor(String name, boolean large, Cache cache) {
    BlockBasedTableConfig table =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setBlockSize(large ? LARGE_BLOCK_BYTES : SMALL_BLOCK_BYTES)
            .setCacheIndexAndFilterBlocks(true)
            .setPinL0FilterAndIndexBlocksInCache(true)
            .setFilterPolicy(own(new BloomFilter(FILTER_BITS)));
    ColumnFamilyOptions options =
        own(new ColumnFamilyOptions())
            .setWriteBufferSize(large ? LARGE_BUFFER : SMALL_BUFFER)
            .setMaxWriteBufferNumber(2)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setLevelCompactionDynamicLevelBytes(true)
            .setTableFormatConfig(table);
    return new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.US_ASCII), options);
  }

  private <T extends RocksObject> T own(T object) {
    owned.add(object);
    return object;
  }

  Optional<byte[]> get(Part part, byte[] key) {
    try {
      return Optional.ofNullable(db.get(parts.get(part), key));
    } catch (RocksDBException e) {
      throw new UnableToIndexException(directory, e);
    }
  }

  void put(Part part, byte[] key, byte[] value) {
    try {
      db.put(parts.get(part), writing, key, value);
    } catch (RocksDBException e) {
      throw new UnableToIndexException(directory, e);
    }
  }

  void delete(Part part, byte[] key) {
    try {
      db.delete(parts.get(part), writing, key);
    } catch (RocksDBException e) {
      throw new UnableToIndexException(directory, e);
    }
  }

  /** Forgets all that a part holds, at no cost; its room is free when its handle is closed. */
  void clear(Part part) {
    try (ColumnFamilyHandle old = parts.get(part)) {
      db.dropColumnFamily(old);
      parts.put(part, db.createColumnFamily(descriptors.get(part)));
    } catch (RocksDBException e) {
      throw new UnableToIndexException(directory, e);
    }
  }

  /** Takes what a part holds, one by one, until it wants no more. */
  @FunctionalInterface
  interface Taker {
    boolean take(byte[] key, byte[] value) throws IOException;
  }

  /** In the order of the keys. */
  void forEach(Part part, Taker taker) throws IOException {
    try (RocksIterator rows = db.newIterator(parts.get(part), scanning)) {
      rows.seekToFirst();
      while (rows.isValid() && taker.take(rows.key(), rows.value())) {
        rows.next();
      }
      rows.status();
    } catch (RocksDBException e) {
      throw new UnableToIndexException(directory, e);
    }
  }

  /** All values in the order of their keys. */
  void forEachValue(Part part, ReadAhead.Taker taker) throws IOException {
    ReadAhead.all(into -> readValues(part, into), taker);
  }

  private void readValues(Part part, ReadAhead.Into into) throws InterruptedException {
    try (RocksIterator rows = db.newIterator(parts.get(part), scanning)) {
      for (rows.seekToFirst(); rows.isValid(); rows.next()) {
        into.add(rows.value());
      }
      rows.status();
    } catch (RocksDBException e) {
      throw new UnableToIndexException(directory, e);
    }
  }

  /** As {@link #forEach} for takers that only look. */
  void look(Part part, Taker taker) {
    try {
      forEach(part, taker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (ColumnFamilyHandle part : parts.values()) {
      part.close();
    }
    db.close();
    for (int i = owned.size() - 1; i >= 0; i--) {
      owned.get(i).close();
    }
  }
}
