package dev.influx.scorer.topology;

import dev.influx.schemas.RawProfile;

/** A record that can be read and still says nothing; it goes to the dead letters. */
final class UnprocessableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  private UnprocessableRecordException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The stable word for headers and counters. */
  String reason() {
    return reason;
  }

  static void requireAuthor(byte[] key, RawProfile value) {
    if (key == null) {
      throw new UnprocessableRecordException("no_key", "the record has no key");
    }
    if (value == null) {
      throw new UnprocessableRecordException(
          "no_value", "the raw topic is append-only: a record without a value means nothing");
    }
    if (!isKeyOf(key, value.getId())) {
      throw new UnprocessableRecordException(
          "key_mismatch", "the key is not the id of the author, " + value.getId());
    }
  }

  static PairKey requirePair(byte[] key) {
    return PairKey.in(key)
        .orElseThrow(
            () ->
                new UnprocessableRecordException(
                    "no_pair", "the key does not say to whom the record is and what it is about"));
  }

  private static boolean isKeyOf(byte[] key, String id) {
    if (key.length != id.length()) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (key[i] != id.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
