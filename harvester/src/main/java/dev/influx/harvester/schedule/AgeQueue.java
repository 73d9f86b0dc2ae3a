package dev.influx.harvester.schedule;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Authors of equal urgency, the one who waits longest first: a heap of rows. */
final class AgeQueue {
  private static final int FIRST = 4;

  private final Slots slots;
  private int[] heap = new int[FIRST];
  private int size;

  /** Kept here, because looking into the rows of all queues for each request takes its time. */
  private long longest = Long.MAX_VALUE;

  AgeQueue(Slots slots) {
    this.slots = slots;
  }

  /** Who waits longest, or {@link Slots#NONE}. */
  int head() {
    return size == 0 ? Slots.NONE : heap[0];
  }

  /** Since when that one waits; the end of all time where there is none. */
  long longest() {
    return longest;
  }

  /** Since when each of them waits, in no order. */
  LongStream since() {
    return Arrays.stream(heap, 0, size).mapToLong(slots::since);
  }

  void add(int slot) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size + size / 2);
    }
    size++;
    rise(size - 1, slot);
  }

  /** Takes out a row wherever it is. */
  void remove(int slot) {
    int place = slots.place(slot);
    slots.place(slot, Slots.NONE);
    size--;
    int last = heap[size];
    if (size == 0) {
      longest = Long.MAX_VALUE;
    } else if (last != slot) {
      if (place > 0 && isBefore(last, heap[(place - 1) / 2])) {
        rise(place, last);
      } else {
        sink(place, last);
      }
    }
  }

  private void rise(int from, int slot) {
    int place = from;
    while (place > 0 && isBefore(slot, heap[(place - 1) / 2])) {
      put(place, heap[(place - 1) / 2]);
      place = (place - 1) / 2;
    }
    put(place, slot);
  }

  private void sink(int from, int slot) {
    int place = from;
    int child = earlierChild(place);
    while (child < size && isBefore(heap[child], slot)) {
      put(place, heap[child]);
      place = child;
      child = earlierChild(place);
    }
    put(place, slot);
  }

  private int earlierChild(int place) {
    int left = 2 * place + 1;
    return left + 1 < size && isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
  }

  private void put(int place, int slot) {
    heap[place] = slot;
    slots.place(slot, place);
    if (place == 0) {
      longest = slots.since(slot);
    }
  }

  private boolean isBefore(int slot, int other) {
    long since = slots.since(slot);
    long otherSince = slots.since(other);
    return since < otherSince || (since == otherSince && slot < other);
  }
}
