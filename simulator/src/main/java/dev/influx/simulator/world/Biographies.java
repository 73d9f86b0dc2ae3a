package dev.influx.simulator.world;

import dev.influx.simulator.world.SimulatedAuthor.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes up bios: what people of a domain say, what organisations say, and what is suspicious. */
final class Biographies {

  private static final double EMPTY = 0.12;

  private static final List<String> FOREIGN =
      List.of(
          "機械と港の観察日記。猫も少し。",
          "关于数据、河流与茶。观点仅代表自己。",
          "أكتب عن البيانات والبحر والقهوة",
          "כותב על קוד, ים וקפה",
          "데이터와 고양이를 좋아합니다",
          "Пишу о данных, море и чае",
          "Ich schreibe über Züge, Daten und Käse",
          "डेटा, नदियाँ और चाय");

  private static final List<String> ENDINGS =
      List.of(
          "Views my own.",
          "Opinions are mine & nobody else's.",
          "Dad of two made-up children 🐣",
          "Tea ☕ trains 🚂",
          "Retweets ≠ endorsements",
          "Built on caffeine\nand patience");

  private static final List<String> RISKY =
      List.of(
          "100x signals every day. Guaranteed returns, send first.",
          "NSFW 18+ content. Minors do not interact.",
          "Giveaway! Follow, retweet and claim your prize today.",
          "Candidate for the senate of a land that does not exist.");

  private final Draws draws;
  private final Topic topic;
  private final BiographyWriter bio = new BiographyWriter();

  private Biographies(Draws draws, Topic topic) {
    this.draws = draws;
    this.topic = topic;
  }

  /**
   * Makes up a bio.
   *
   * @param acquaintance a handle that may be mentioned; the first author knows nobody
   */
  static Biography of(Draws draws, Kind kind, Optional<String> acquaintance) {
    Biographies made = new Biographies(draws, Handles.topic(draws));
    switch (kind) {
      case PERSON -> made.person(acquaintance);
      case BRAND -> made.brand();
      case OFFICIAL -> made.official();
      case RISKY -> made.bio.write(draws.pick(Trait.BIO, RISKY));
    }
    return made.bio.finish();
  }

  private void person(Optional<String> acquaintance) {
    double style = draws.uniform(Trait.BIO);
    if (style < EMPTY) {
      return;
    }
    if (style < 0.2) {
      bio.write(draws.pick(Trait.BIO_TEXT, FOREIGN));
    } else if (style < 0.35) {
      bio.write(interest(0) + ", " + interest(1) + " & noise");
    } else {
      roleAndInterests(acquaintance);
    }
    extra();
  }

  private void roleAndInterests(Optional<String> acquaintance) {
    bio.write(draws.pick(Trait.BIO_ROLE, topic.roles()));
    if (acquaintance.isPresent() && draws.chance(Trait.MENTION, 0.5)) {
      bio.write(" with ");
      acquaintance.ifPresent(bio::mention);
    }
    bio.write(". " + Handles.capitalised(interest(0)) + " and " + interest(1) + ". ");
    bio.write(draws.pick(Trait.BIO_TEXT, ENDINGS));
  }

  private void extra() {
    switch (draws.below(Trait.BIO_EXTRA, 5)) {
      case 0 -> {
        bio.write(" More: ");
        link();
      }
      case 1 -> {
        bio.write(" ");
        bio.hashtag(interest(2).replaceAll("[^A-Za-z0-9]", ""));
      }
      case 2 -> cashtag();
      default -> {}
    }
  }

  private void cashtag() {
    if (topic.usesCashtags()) {
      bio.write(" ");
      bio.cashtag(draws.pick(Trait.BIO_TAG, List.of("SIMA", "SIMB", "FAKE")));
    }
  }

  private void brand() {
    bio.write("We build " + interest(0) + " for everyone. Home of " + interest(1) + ". ");
    link();
  }

  private void official() {
    bio.write("Official account of the Simulated Office of " + interest(0) + ". ");
    link();
  }

  private void link() {
    bio.link("https://t.co/" + draws.code(Trait.LINK, 10), host(draws));
  }

  /** Different turns give different interests. */
  private String interest(int turn) {
    int count = topic.interests().size();
    return topic.interests().get((draws.below(Trait.BIO_TAG, count) + turn) % count);
  }

  /** A host that cannot exist: the top-level domain is reserved for examples. */
  static String host(Draws draws) {
    return "sim-"
        + draws.pick(Trait.HANDLE_WORD, Handles.topic(draws).handleWords())
        + "-"
        + draws.code(Trait.URL, 3).toLowerCase(Locale.ROOT)
        + ".example";
  }
}
