package dev.influx.harvester.publish;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts what files show where the harvester puts what X answers, with the same promises. */
public final class ImportPublisher implements AutoCloseable {
  private final KafkaPublisher kafka;
  private final Topics topics;

  private ImportPublisher(KafkaPublisher kafka, Topics topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  /**
   * Returns when registry, broker and topics are there.
   *
   * @throws UnableToPublishException when waiting would not help
   */
  public static ImportPublisher open(
      KafkaConnection connection, Registry registry, Topics topics, Origin origin)
      throws InterruptedException {
    KafkaPublisher kafka =
        new KafkaPublisher(connection, registry, topics, origin, Repeats.PUBLISHED);
    kafka.open();
    return new ImportPublisher(kafka, topics);
  }

  /**
   * Returns when everything is acknowledged.
   *
   * @throws UnableToPublishException when waiting would not help; some of it may be published
   */
  public void publish(List<ImportedRecord> records) throws InterruptedException {
    kafka.deliver(records.stream().map(this::written).toList());
  }

  private ProducerRecord<byte[], byte[]> written(ImportedRecord record) {
    return record.fold(
        seen -> kafka.writer().write(publication(seen.profile())),
        missing -> kafka.writer().write(publication(missing.outcome())),
        dead -> kafka.writer().write(dead));
  }

  private Publication publication(RawProfile profile) {
    return new Publication(
        topics.raw(), profile.getId(), Optional.of(profile), profile.getFetchedAt());
  }

  private Publication publication(HarvestOutcome outcome) {
    return new Publication(
        topics.outcomes(),
        By.fold(outcome.getHandle()),
        Optional.of(outcome),
        outcome.getAskedAt());
  }

  @Override
  public void close() {
    kafka.close();
  }
}
