package dev.influx.scorer.topology;

import dev.influx.runtime.compliance.UnableToReadForgottenException;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what cannot be read or processed to the dead-letter topic, inside the transaction of the
 * record, with the reason in its headers; the rest flows on. Only a registry that is down, or not
 * knowing who is forgotten, stops the thread: then nothing can be said about the record yet.
 */
public final class DeadLetters
    implements DeserializationExceptionHandler, ProcessingExceptionHandler {
  /** The setting under which the handler finds the registry of its counters. */
  static final String METERS = "influx.meters";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private String topic;
  private MeterRegistry meters;
  private DeadPlaces places;

  @Override
  public void configure(Map<String, ?> settings) {
    topic = (String) settings.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    meters = (MeterRegistry) settings.get(METERS);
    places = (DeadPlaces) settings.get(DeadPlaces.SETTING);
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
    if (failure instanceof UnableToReachRegistryException) {
      return DeserializationExceptionHandler.Response.fail();
    }
    return DeserializationExceptionHandler.Response.resume(
        List.of(letter(context, record.key(), record.value(), "undecodable", failure)));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
    // Without a topic it is the work between records that failed: there is no letter to write.
    if (failure instanceof UnableToReadForgottenException || context.topic() == null) {
      return ProcessingExceptionHandler.Response.fail();
    }
    String reason = failure instanceof UnprocessableRecordException e ? e.reason() : "failed";
    return ProcessingExceptionHandler.Response.resume(
        List.of(
            letter(context, context.sourceRawKey(), context.sourceRawValue(), reason, failure)));
  }

  /** Without a timestamp of its own: the retention of dead letters counts from their death. */
  private ProducerRecord<byte[], byte[]> letter(
      ErrorHandlerContext context, byte[] key, byte[] value, String reason, Exception failure) {
    LOG.warn(
        "dead letter: {} at {}-{}@{}: {}",
        reason,
        context.topic(),
        context.partition(),
        context.offset(),
        failure.getMessage());
    Counter.builder("influx.dlq.records").tag("reason", reason).register(meters).increment();
    places.add(context.topic(), context.partition(), context.offset());
    Headers headers = new RecordHeaders(context.headers());
    put(headers, "influx.dead.reason", reason);
    put(headers, "influx.dead.error", failure.getClass().getName() + ": " + failure.getMessage());
    put(headers, "influx.dead.topic", context.topic());
    put(headers, "influx.dead.partition", Integer.toString(context.partition()));
    put(headers, "influx.dead.offset", Long.toString(context.offset()));
    put(headers, "influx.dead.timestamp", Long.toString(context.timestamp()));
    return new ProducerRecord<>(topic, null, null, key, value, headers);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
