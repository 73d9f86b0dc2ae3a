package dev.influx.runtime;

/** What applying the catalogue did to one topic. */
public record TopicChange(String topic, Kind kind, String detail) {

  /** Created anew, brought back into shape, or left as it was. */
  public enum Kind {
    CREATED,
    ADJUSTED,
    UNCHANGED
  }
}
