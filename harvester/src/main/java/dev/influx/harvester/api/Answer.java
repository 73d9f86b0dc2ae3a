package dev.influx.harvester.api;

import java.util.List;
import java.util.function.Function;

/** What came of a request. */
public sealed interface Answer {

  default <T> T fold(
      Function<Ok, T> onOk,
      Function<Poison, T> onPoison,
      Function<Stop, T> onStop,
      Function<Transient, T> onTransient,
      Function<Limited, T> onLimited) {
    if (this instanceof Ok ok) {
      return onOk.apply(ok);
    } else if (this instanceof Poison poison) {
      return onPoison.apply(poison);
    } else if (this instanceof Stop stop) {
      return onStop.apply(stop);
    } else if (this instanceof Transient passing) {
      return onTransient.apply(passing);
    }
    return onLimited.apply((Limited) this);
  }

  /** One word for counters. */
  default String outcome() {
    return fold(
        ok -> "ok",
        poison -> "poison",
        stop -> stop.kind().outcome(),
        passing -> "transient",
        limited -> "limited");
  }

  /** It was answered; some or all users may still be missing. */
  record Ok(Page page) implements Answer {}

  /**
   * X refuses the request because of some of its keys.
   *
   * @param badKeys those that X names; none when it does not say which
   */
  record Poison(List<String> badKeys, String detail) implements Answer {
    public Poison {
      badKeys = List.copyOf(badKeys);
    }
  }

  /** Nothing more will be answered until a person acts; asking on would look like abuse. */
  record Stop(Kind kind, String what, String why, String remedy) implements Answer {

    /** What the person has to see to. */
    public enum Kind {
      /** The token, or what its app may do. */
      AUTH("auth"),
      /** Money or an allowance that is used up. */
      QUOTA("quota"),
      /** The address or the form of the request. */
      CONFIG("config"),
      /** The connection, or X itself. */
      OUTAGE("outage");

      private final String outcome;

      Kind(String outcome) {
        this.outcome = outcome;
      }

      String outcome() {
        return outcome;
      }
    }
  }

  /** It failed in a way that passes by itself. */
  record Transient(String why) implements Answer {}

  /** Too many requests: the same one may go later. */
  record Limited(String why) implements Answer {}
}
