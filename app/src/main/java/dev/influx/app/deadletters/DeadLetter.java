package dev.influx.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that could not be read or processed, as it lies in the topic of dead letters.
 *
 * @param id where it lies there: partition and offset
 * @param died when
 * @param headers as text, in their order
 */
public record DeadLetter(
    String id, Instant died, Optional<String> key, ByteBuffer bytes, Map<String, String> headers) {
  static final String PREFIX = "influx.dead.";
  static final String REDRIVEN = "influx.redrive.count";

  static DeadLetter of(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    return new DeadLetter(
        record.partition() + ":" + record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        Optional.ofNullable(record.key()),
        ByteBuffer.wrap(record.value() == null ? new byte[0] : record.value()),
        headers);
  }

  /** A copy of what could not be read or processed. */
  public byte[] value() {
    byte[] value = new byte[bytes.remaining()];
    bytes.duplicate().get(value);
    return value;
  }

  /** One word. */
  public String reason() {
    return headers.getOrDefault(PREFIX + "reason", "unknown");
  }

  /** What went wrong, for a person to read. */
  public String error() {
    return headers.getOrDefault(PREFIX + "error", "");
  }

  /** Where it came from: a topic with partition and offset, or a file with its line. */
  public String origin() {
    String topic = headers.get(PREFIX + "topic");
    return topic == null
        ? headers.getOrDefault(PREFIX + "file", "unknown")
            + ":"
            + headers.getOrDefault(PREFIX + "line", "?")
        : topic
            + "-"
            + headers.getOrDefault(PREFIX + "partition", "?")
            + "@"
            + headers.getOrDefault(PREFIX + "offset", "?");
  }

  Optional<String> topic() {
    return Optional.ofNullable(headers.get(PREFIX + "topic"));
  }

  /** The time of the record that died; empty where nobody noted it. */
  Optional<Long> timestamp() {
    return number(PREFIX + "timestamp");
  }

  /** How often it was put back before. */
  public long redriven() {
    return number(REDRIVEN).orElse(0L);
  }

  private Optional<Long> number(String header) {
    try {
      return Optional.ofNullable(headers.get(header)).map(Long::parseLong);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
