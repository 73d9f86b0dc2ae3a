package dev.influx.validator;

/** One question to an author; no finding means that it passes. */
@FunctionalInterface
interface Gate {
  void examine(Examined author, Findings findings);
}
