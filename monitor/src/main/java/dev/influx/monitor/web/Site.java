package dev.influx.monitor.web;

/** Has an answer to every question. */
public interface Site {

  /** On a thread of the server; may take its time. */
  Answer answer(Question question);
}
