package dev.influx.validator;

import dev.influx.lists.rules.Field;
import dev.influx.lists.terms.Plain;
import dev.influx.schemas.Affiliation;
import dev.influx.schemas.Clash;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An author as the gates look at one: what was observed, and its texts made comparable, once. */
final class Examined {
  private static final int OPENING_WORDS = 3;

  private final RawProfile observation;
  private final Profile profile;
  private final List<Clash> clashes;
  private final Map<Field, String> texts = new EnumMap<>(Field.class);
  private String handle;

  Examined(RawProfile observation, List<Clash> clashes) {
    this.observation = observation;
    this.profile = observation.getProfile();
    this.clashes = clashes;
  }

  RawProfile observation() {
    return observation;
  }

  /** Null when the author is gone. */
  Profile profile() {
    return profile;
  }

  List<Clash> clashes() {
    return clashes;
  }

  /** The handle in one piece and in lower case. */
  String handle() {
    if (handle == null) {
      handle = Plain.of(profile.getHandle());
    }
    return handle;
  }

  /** A part of the profile, folded; empty where there is none. */
  String text(Field field) {
    String text = texts.get(field);
    if (text == null) {
      text = read(field);
      texts.put(field, text);
    }
    return text;
  }

  private String read(Field field) {
    return switch (field) {
      case HANDLE -> HandleWords.of(profile.getHandle());
      case NAME -> plain(profile.getName());
      case BIO -> plain(profile.getDescription());
      case OPENING -> opening(text(Field.BIO));
      case LINKS -> profile.getLinks().isEmpty() ? "" : plain(String.join(" ", profile.getLinks()));
      case AFFILIATION -> affiliation(profile.getAffiliation());
    };
  }

  private static String affiliation(Affiliation affiliation) {
    return affiliation == null ? "" : plain(affiliation.getDescription());
  }

  private static String plain(String text) {
    return text == null || text.isEmpty() ? "" : Plain.of(text);
  }

  private static String opening(String bio) {
    int end = -1;
    for (int word = 0; word < OPENING_WORDS; word++) {
      end = bio.indexOf(' ', end + 1);
      if (end < 0) {
        return bio;
      }
    }
    return bio.substring(0, end);
  }
}
