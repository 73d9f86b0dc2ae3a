package dev.influx.app;

import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.api.Lookup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number that an option takes, from a least to a most. */
abstract class NumberWithin implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  private NumberWithin(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public final Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
      throw wrong(text);
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
  }

  private TypeConversionException wrong(String text) {
    String bound = most == Integer.MAX_VALUE ? "up" : "to " + most;
    return new TypeConversionException(
        "'" + text + "' is no whole number from " + least + " " + bound);
  }

  /** As many authors as X takes in one request. */
  static final class BatchSize extends NumberWithin {
    BatchSize() {
      super(1, Lookup.MOST_KEYS);
    }
  }

  /** Requests at the same time. */
  static final class Parallel extends NumberWithin {
    Parallel() {
      super(1, HarvesterSettings.MOST_PARALLEL);
    }
  }

  /** Any number but a negative one. */
  static final class Count extends NumberWithin {
    Count() {
      super(0, Integer.MAX_VALUE);
    }
  }
}
