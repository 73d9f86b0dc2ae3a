package dev.influx.simulator.world;

import java.util.List;

/**
 * What an author says of itself, with the places of what X makes clickable. Places count code
 * points.
 */
public record Biography(
    String text, List<Link> links, List<Span> hashtags, List<Span> mentions, List<Span> cashtags) {

  public Biography {
    links = List.copyOf(links);
    hashtags = List.copyOf(hashtags);
    mentions = List.copyOf(mentions);
    cashtags = List.copyOf(cashtags);
  }

  public boolean hasEntities() {
    return !(links.isEmpty() && hashtags.isEmpty() && mentions.isEmpty() && cashtags.isEmpty());
  }

  /** A hashtag, mention or cashtag without its sign. */
  public record Span(int start, int end, String word) {}

  /**
   * A shortened link.
   *
   * @param url as it stands in the text
   * @param host that it leads to
   */
  public record Link(int start, int end, String url, String host) {
    public String expandedUrl() {
      return "https://" + host + "/";
    }
  }
}
