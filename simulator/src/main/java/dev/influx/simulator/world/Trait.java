package dev.influx.simulator.world;

/** What is drawn for an author: each trait has randomness of its own. */
enum Trait {
  AFFILIATION,
  BADGE,
  BANNER,
  BIO,
  BIO_EXTRA,
  BIO_ROLE,
  BIO_TAG,
  BIO_TEXT,
  BIRTH,
  CONSISTENCY,
  DORMANT,
  FOLLOWERS,
  FOLLOWING,
  GHOST,
  GROWTH,
  HANDLE_CASE,
  HANDLE_WORD,
  IDENTITY_VERIFIED,
  IMAGE,
  KIND,
  LAST_POST,
  LIKES,
  LIKES_KNOWN,
  LINK,
  LISTED,
  LOCATION,
  MEDIA,
  MEDIA_KNOWN,
  MENTION,
  NAME,
  NAME_MARK,
  NAME_STYLE,
  PINNED,
  PINNED_AT,
  POSTS_PER_DAY,
  PROTECTED,
  SHRINKS,
  SUSPENDED,
  TOPIC,
  URL,
  WITHHELD;

  /** From the name, not the position: a new trait leaves the others, and so the world, as it is. */
  long salt() {
    return name().hashCode();
  }
}
