package dev.influx.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class ObstacleTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Obstacle obstacle = new Obstacle(nanos::get);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    logger().detachAppender(log);
  }

  @Test
  void saysItAtOnceThenFromTimeToTimeAndWhenItIsOver() {
    for (int second = 0; second < 25; second++) {
      obstacle.is("no broker");
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
    obstacle.over();

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "publishing waits: no broker",
            "publishing waits: no broker",
            "publishing waits: no broker",
            "publishing goes on");
  }

  @Test
  void isPresentOnlyWhileItLasts() {
    obstacle.over();
    assertThat(obstacle.present()).isEmpty();

    obstacle.is("no broker");
    obstacle.is("no registry");
    assertThat(obstacle.present()).contains("no registry");

    obstacle.over();
    assertThat(obstacle.present()).isEmpty();
    assertThat(log.list).hasSize(2);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Obstacle.class);
  }
}
