package dev.influx.harvester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class QueueTest {

  @Test
  void putsTogetherWhatIsAskedForInTheSameWay() {
    List<Target> targets =
        List.of(
            Samples.byHandle("ada"),
            Samples.byId("1", "bob"),
            Samples.byHandle("cid"),
            Samples.byHandle("dan"),
            Samples.byId("2", "eve"));

    assertThat(lookups(new Queue(targets.iterator()), 2))
        .containsExactlyInAnyOrder(
            new Lookup(By.ID, List.of("1", "2")),
            new Lookup(By.HANDLE, List.of("ada", "cid")),
            new Lookup(By.HANDLE, List.of("dan")));
  }

  @Test
  void putsEveryTargetIntoOneBatchAndMakesNoneTooLarge() {
    for (int count = 0; count < 25; count++) {
      for (int size = 1; size < 8; size++) {
        List<String> handles = IntStream.range(0, count).mapToObj(i -> "user_" + i).toList();
        Queue queue = new Queue(handles.stream().map(Samples::byHandle).iterator());
        List<Lookup> lookups = lookups(queue, size);
        assertThat(lookups.stream().flatMap(lookup -> lookup.keys().stream()))
            .as("%d targets in batches of %d", count, size)
            .containsExactlyElementsOf(handles);
        assertThat(lookups).hasSize((count + size - 1) / size);
      }
    }
  }

  @Test
  void drawsNobodyBeforeThereIsARequest() {
    CountingIterator source = new CountingIterator(1_000_000);
    Queue queue = new Queue(source);

    queue.next(100, true);
    queue.next(100, false);

    assertThat(source.drawn).isEqualTo(200);
  }

  @Test
  void keepsWhoCannotBeAskedForOutOfRequests() {
    Queue queue = new Queue(List.of(Samples.byHandle("a-b"), Samples.byHandle("ada")).iterator());

    assertThat(lookups(queue, 10)).containsExactly(new Lookup(By.HANDLE, List.of("ada")));
    assertThat(queue.takeInvalid()).extracting(Target::key).containsExactly("a-b");
    assertThat(queue.takeInvalid()).isEmpty();
  }

  @Test
  void hasAnotherChanceWaitUntilNothingIsUnderWay() {
    Queue queue = new Queue(List.of(Samples.byHandle("ada")).iterator());
    Batch first = queue.next(10, true).orElseThrow();
    queue.takeBack(Settlement.of(first, new Answer.Transient("503"), Samples.NOW));

    assertThat(queue.next(10, false)).isEmpty();
    assertThat(queue.isEmpty()).isFalse();
    assertThat(queue.next(10, true)).map(Batch::chance).contains(Chance.SECOND);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void cutsWhatIsAskedAgainToTheSize() {
    List<String> handles = IntStream.range(0, 10).mapToObj(i -> "user_" + i).toList();
    Queue queue = new Queue(handles.stream().map(Samples::byHandle).iterator());
    Batch first = queue.next(10, true).orElseThrow();
    queue.takeBack(Settlement.of(first, new Answer.Poison(List.of(), "bad"), Samples.NOW));

    List<Lookup> lookups = lookups(queue, 3);

    assertThat(lookups).allMatch(lookup -> lookup.keys().size() <= 3);
    assertThat(lookups.stream().flatMap(lookup -> lookup.keys().stream()))
        .containsExactlyInAnyOrderElementsOf(handles);
  }

  private static List<Lookup> lookups(Queue queue, int size) {
    List<Lookup> lookups = new ArrayList<>();
    for (Optional<Batch> batch = queue.next(size, true);
        batch.isPresent();
        batch = queue.next(size, true)) {
      lookups.add(batch.get().lookup());
    }
    assertThat(queue.isEmpty()).isTrue();
    return lookups;
  }

  private static final class CountingIterator implements Iterator<Target> {
    private final int most;
    private int drawn;

    CountingIterator(int most) {
      this.most = most;
    }

    @Override
    public boolean hasNext() {
      return drawn < most;
    }

    @Override
    public Target next() {
      return Samples.byHandle("user_" + drawn++);
    }
  }
}
