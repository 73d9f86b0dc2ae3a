package dev.influx.scorer.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/** Keeps the store of a few bytes from taking the buffers of a store of millions of authors. */
public final class RocksMemory implements RocksDBConfigSetter {
  private static final long FEW = 256L * 1024;

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    if (store.equals(ScorerTopology.PROGRESS)) {
      options.setWriteBufferSize(FEW);
    }
  }

  @Override
  public void close(String store, Options options) {
    // nothing of our own was allocated
  }
}
