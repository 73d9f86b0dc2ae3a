package dev.influx.harvester.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives prepared replies, the last one for ever. */
final class TestingSource implements Source {
  private final Deque<Reply> replies;
  private final List<Request> asked = new ArrayList<>();

  TestingSource(Reply... replies) {
    this.replies = new ArrayDeque<>(List.of(replies));
  }

  @Override
  public Reply ask(Request request) {
    asked.add(request);
    return replies.size() > 1 ? replies.remove() : replies.element();
  }

  int asked() {
    return asked.size();
  }

  /** What was asked, in its order. */
  List<Request> requests() {
    return List.copyOf(asked);
  }
}
