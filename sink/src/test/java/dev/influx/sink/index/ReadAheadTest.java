package dev.influx.sink.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  private static final int VALUES = 50_000;

  @Test
  void allValuesComeInTheirOrder() throws IOException {
    List<Integer> taken = new ArrayList<>();

    ReadAhead.all(
        into -> {
          for (int i = 0; i < VALUES; i++) {
            into.add(new byte[i % 97]);
          }
        },
        value -> taken.add(value.length));

    assertThat(taken).isEqualTo(IntStream.range(0, VALUES).mapToObj(i -> i % 97).toList());
  }

  @Test
  void nothingIsFound() throws IOException {
    List<byte[]> taken = new ArrayList<>();

    ReadAhead.all(into -> {}, taken::add);

    assertThat(taken).isEmpty();
  }

  @Test
  void whatKeepsTheReaderFromReadingIsThrown() {
    for (Throwable cause : List.of(new IllegalStateException("torn"), new OutOfMemoryError())) {
      assertThatThrownBy(
              () ->
                  ReadAhead.all(
                      into -> {
                        into.add(new byte[1]);
                        throwUnchecked(cause);
                      },
                      value -> {}))
          .isSameAs(cause);
    }
  }

  private static void throwUnchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) cause;
  }

  /** What it reads from may be closed as soon as the call has returned. */
  @Test
  void aTakerThatFailsEndsTheReaderFirst() {
    AtomicReference<Thread> reader = new AtomicReference<>();
    IOException full = new IOException("no space left");

    assertThatThrownBy(
            () ->
                ReadAhead.all(
                    into -> {
                      reader.set(Thread.currentThread());
                      while (true) {
                        into.add(new byte[1000]);
                      }
                    },
                    value -> {
                      throw full;
                    }))
        .isSameAs(full);
    assertThat(reader.get().isAlive()).isFalse();
  }
}
