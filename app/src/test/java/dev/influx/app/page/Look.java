package dev.influx.app.page;

import java.util.List;
import java.util.Map;

/**
 * How a tab looks.
 *
 * @param width in pixels of the style sheet
 * @param scale pixels of a picture for each of them
 */
public record Look(int width, int height, boolean dark, int scale) {
  public static final Look DESK = new Look(1440, 900, false, 1);
  public static final Look PHONE = new Look(390, 844, false, 1);

  public Look inTheDark() {
    return new Look(width, height, true, scale);
  }

  Map<String, Object> metrics() {
    return Map.of(
        "width", width, "height", height, "deviceScaleFactor", scale, "mobile", width < 500);
  }

  Map<String, Object> media() {
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    return Map.of("features", List.of(scheme));
  }
}
