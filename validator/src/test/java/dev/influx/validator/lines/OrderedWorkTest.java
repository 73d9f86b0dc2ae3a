package dev.influx.validator.lines;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.validator.lines.OrderedWork.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrderedWorkTest {
  /** Numbers from 0 on. */
  private static final class Numbers implements OrderedWork.Source<Integer> {
    private final AtomicInteger read = new AtomicInteger();
    private final int end;

    Numbers(int end) {
      this.end = end;
    }

    @Override
    public Optional<Integer> next() {
      int number = read.getAndIncrement();
      return number < end ? Optional.of(number) : Optional.empty();
    }
  }

  @Test
  void handsResultsOnInTheOrderOfThePiecesWhateverIsDoneFirst() throws Exception {
    CountDownLatch[] done = latches(200);
    List<Integer> taken = new ArrayList<>();

    OrderedWork.run(
        new Numbers(200),
        number -> {
          if (number % 2 == 0) {
            await(done[number + 1]);
          }
          done[number].countDown();
          return -number;
        },
        taken::add,
        new Limits(2, 4));

    assertThat(taken).isEqualTo(IntStream.range(0, 200).map(i -> -i).boxed().toList());
  }

  @Test
  void neverReadsFurtherAheadThanItMay() throws Exception {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int pieces = 1 + random.nextInt(6);
      Numbers numbers = new Numbers(300);
      AtomicInteger taken = new AtomicInteger();
      AtomicInteger furthest = new AtomicInteger();
      OrderedWork.run(
          () -> {
            furthest.accumulateAndGet(numbers.read.get() + 1 - taken.get(), Math::max);
            return numbers.next();
          },
          number -> number,
          number -> taken.incrementAndGet() > 0,
          new Limits(1 + random.nextInt(3), pieces));
      assertThat(furthest.get()).as("seed %d", seed).isBetween(1, pieces);
    }
  }

  @Test
  void waitsForATakerThatIsSlow() throws Exception {
    Numbers numbers = new Numbers(30);
    List<Integer> seenRead = new ArrayList<>();

    OrderedWork.run(
        numbers,
        number -> number,
        number -> {
          int most = Math.min(30 + 1, number + 5);
          Awaitility.await().pollInterval(1, MILLISECONDS).until(() -> numbers.read.get() == most);
          seenRead.add(numbers.read.get() - number);
          return true;
        },
        new Limits(2, 5));

    assertThat(seenRead).hasSize(30).allMatch(ahead -> ahead <= 5);
  }

  @Test
  void endsWhenTheTakerWantsNoMore() throws Exception {
    Numbers endless = new Numbers(Integer.MAX_VALUE);
    List<Integer> taken = new ArrayList<>();

    OrderedWork.run(
        endless, number -> number, number -> taken.add(number) && number < 7, new Limits(2, 4));

    assertThat(taken).hasSize(8);
    assertThat(endless.read.get()).isLessThanOrEqualTo(8 + 4);
  }

  @Test
  void failsAsReadingOrWorkingFails() {
    assertThatThrownBy(
            () ->
                OrderedWork.run(
                    () -> {
                      throw new IOException("torn");
                    },
                    piece -> piece,
                    piece -> true,
                    new Limits(2, 4)))
        .isInstanceOf(IOException.class)
        .hasMessage("torn");
    assertThatThrownBy(
            () ->
                OrderedWork.run(
                    new Numbers(10),
                    number -> {
                      throw new IllegalStateException("number " + number);
                    },
                    piece -> true,
                    new Limits(2, 4)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("number 0");
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    OrderedWork.run(new Numbers(50), number -> number, number -> true, new Limits(2, 4));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("influx-evaluate-")));
  }

  private static CountDownLatch[] latches(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new CountDownLatch(1))
        .toArray(CountDownLatch[]::new);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
