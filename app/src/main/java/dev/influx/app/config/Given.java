package dev.influx.app.config;

import java.util.List;

/** What one source says about a key: the texts of its values, one but for lists. */
record Given(List<String> texts, Origin origin) {
  Given {
    texts = List.copyOf(texts);
  }
}
