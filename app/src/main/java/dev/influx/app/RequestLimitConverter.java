package dev.influx.app;

import dev.influx.app.config.Durations;
import dev.influx.harvester.forecast.Limits;
import dev.influx.harvester.forecast.RequestLimit;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 300/15m}, or {@code off}. */
final class RequestLimitConverter implements ITypeConverter<RequestLimitConverter.PerWindow> {

  /** What was written, and what it means. */
  record PerWindow(String written, Limits limits) {
    @Override
    public String toString() {
      return written;
    }
  }

  @Override
  public PerWindow convert(String text) {
    return new PerWindow(text, text.equals("off") ? Limits.NONE : Limits.ofEach(limit(text)));
  }

  private static RequestLimit limit(String text) {
    List<String> parts = List.of(text.split("/", -1));
    try {
      Duration window = Durations.parse(parts.get(parts.size() - 1));
      if (parts.size() == 2) {
        return RequestLimit.fresh(Long.parseLong(parts.get(0)), window);
      }
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
    throw refused(null);
  }

  private static TypeConversionException refused(Throwable cause) {
    TypeConversionException refused =
        new TypeConversionException("write it as requests per time, such as 300/15m, or off");
    refused.initCause(cause);
    return refused;
  }
}
