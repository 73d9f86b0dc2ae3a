package dev.influx.harvester.api;

import java.util.Optional;

/**
 * How a walk through the pages of a listing went.
 *
 * @param reads users that X returned, which is what it charges for
 * @param users different ones among them
 * @param why in words, where the end is not that of the listing; otherwise empty
 * @param stop present when X will answer nothing more until a person has acted
 */
public record Walk(
    Listing listing, long reads, long users, End end, String why, Optional<Answer.Stop> stop) {

  /** Why there was no further page. */
  public enum End {
    /** There is no more. */
    COMPLETE("complete"),
    /** As many were read as were allowed. */
    ENOUGH("limit reached"),
    /** X began to send the same again. */
    REPEATED("repeats itself"),
    /** X no longer knows where the page before ended. */
    EXPIRED("expired"),
    /** X does not show it, or there is none. */
    REFUSED("refused"),
    /** X did not answer in spite of all attempts. */
    UNANSWERED("unanswered"),
    /** Nothing more will be answered at all. */
    STOPPED("stopped");

    private final String word;

    End(String word) {
      this.word = word;
    }

    /** For reports. */
    public String word() {
      return word;
    }
  }
}
