package dev.influx.simulator.world;

import dev.influx.simulator.world.Biography.Link;
import dev.influx.simulator.world.Biography.Span;
import java.util.ArrayList;
import java.util.List;

/** Writes a bio piece by piece and notes where its entities stand. */
final class BiographyWriter {

  private final StringBuilder text = new StringBuilder();
  private final List<Link> links = new ArrayList<>();
  private final List<Span> hashtags = new ArrayList<>();
  private final List<Span> mentions = new ArrayList<>();
  private final List<Span> cashtags = new ArrayList<>();

  void write(String piece) {
    text.append(piece);
  }

  void mention(String handle) {
    mentions.add(span("@", handle));
  }

  void hashtag(String word) {
    hashtags.add(span("#", word));
  }

  void cashtag(String word) {
    cashtags.add(span("$", word));
  }

  /** Writes a shortened link. */
  void link(String url, String host) {
    int start = position();
    text.append(url);
    links.add(new Link(start, position(), url, host));
  }

  Biography finish() {
    return new Biography(text.toString(), links, hashtags, mentions, cashtags);
  }

  private Span span(String sign, String word) {
    int start = position();
    text.append(sign).append(word);
    return new Span(start, position(), word);
  }

  private int position() {
    return text.codePointCount(0, text.length());
  }
}
