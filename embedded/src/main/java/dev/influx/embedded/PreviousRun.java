package dev.influx.embedded;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/**
 * The broker of an earlier run on this data, which the controller still counts on after a crash,
 * and which is known to be dead because this process has the lock on its directory.
 *
 * <p>Left alone, it would be counted on until its session ends. A broker that starts meanwhile
 * takes itself for the leader of its partitions, begins to complete the transactions that it finds,
 * and loses the leadership in the middle of it: Kafka 4.3 then takes the partitions for deleted
 * (KAFKA-20734) and forgets the commit markers, so that readers of committed records never get past
 * them. So the old registration goes first, which also makes the new one possible at once.
 */
final class PreviousRun implements MetadataPublisher {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final CompletableFuture<Boolean> found = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  /** Returns when the controller does not count on any broker with this node's number. */
  static void end(MetadataLoader loader, Controller controller, Duration atMost)
      throws InterruptedException, ExecutionException, TimeoutException {
    long deadline = System.nanoTime() + atMost.toNanos();
    PreviousRun previous = new PreviousRun();
    loader.installPublishers(List.of(previous)).get();
    if (previous.found.get(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      unregister(controller, deadline);
    }
    previous.over.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    loader.removeAndClosePublisher(previous).get();
  }

  /** The controller may not yet have noticed that it is the one. */
  private static void unregister(Controller controller, long deadline)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        controller.unregisterBroker(request(deadline), NodeProperties.NODE_ID).get();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof NotControllerException) || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static ControllerRequestContext request(long deadline) {
    return new ControllerRequestContext(
        new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.of(deadline));
  }

  @Override
  public String name() {
    return "influx-previous-run";
  }

  /** Called with the whole image once the log has been read to its end, and on every change. */
  @Override
  public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
    BrokerRegistration registration = image.cluster().broker(NodeProperties.NODE_ID);
    boolean counted = registration != null && !registration.fenced();
    found.complete(counted);
    if (!counted) {
      over.complete(null);
    }
  }
}
