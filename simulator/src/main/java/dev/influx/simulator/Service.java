package dev.influx.simulator;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * A request that is not about users, and costs nothing.
 *
 * @param open whether it needs no token
 */
record Service(boolean open, boolean valid, Supplier<Reply> reply) implements Question {

  @Override
  public List<String> asked() {
    return List.of();
  }

  @Override
  public boolean costs() {
    return false;
  }

  @Override
  public Reply answer(Instant virtualTime) {
    return reply.get();
  }
}
