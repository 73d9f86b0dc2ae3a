package dev.influx.simulator.world;

import dev.influx.simulator.world.SimulatedAuthor.Kind;
import java.util.List;

/** Makes up display names, in many scripts, none of them of a living person. */
final class Names {

  private static final List<String> FIRST =
      List.of(
          "Vel", "Tar", "Mor", "Quin", "Zas", "Bren", "Ilo", "Nub", "Pell", "Ork", "Dax", "Ume");
  private static final List<String> MIDDLE = List.of("mo", "ri", "ta", "lle", "vo", "nu", "ska");
  private static final List<String> LAST =
      List.of("rin", "thwick", "dane", "vost", "lund", "moor", "zak", "bell", "qvist", "ford");
  private static final List<String> MARKS =
      List.of("⚓", "🦄", "👩🏽‍💻", "🏴‍☠️", "☕️", "🇦🇶", "𝒳", "🐣🐣🐣");
  private static final List<String> SCRIPTS =
      List.of(
          "模拟作者",
          "シミュ太郎",
          "가상작가",
          "مؤلف تجريبي",
          "מחברת לדוגמה",
          "Выдуманный Автор",
          "Δοκιμαστική Συγγραφέας",
          "Ẑófïa Ďurkôva-Šim",
          "काल्पनिक लेखक",
          "Ta̐mil Co̥mbi̇ning");

  private final Draws draws;
  private final String handle;

  private Names(Draws draws, String handle) {
    this.draws = draws;
    this.handle = handle;
  }

  static String of(Draws draws, Kind kind, String handle) {
    Names names = new Names(draws, handle);
    return switch (kind) {
      case PERSON, RISKY -> names.person();
      case BRAND -> names.handleWord() + " " + names.suffix() + " Simulated";
      case OFFICIAL -> "Simulated Office of " + names.handleWord();
    };
  }

  private String person() {
    double style = draws.uniform(Trait.NAME_STYLE);
    if (style < 0.3) {
      return "Sim " + handleWord() + " " + draws.index();
    } else if (style < 0.7) {
      return madeUp();
    } else if (style < 0.8) {
      return madeUp() + " " + draws.pick(Trait.NAME_MARK, MARKS);
    } else if (style < 0.88) {
      return madeUp() + " | " + handleWord();
    }
    return draws.pick(Trait.NAME, SCRIPTS);
  }

  private String madeUp() {
    return syllables(0) + " " + syllables(10);
  }

  private String syllables(int turn) {
    return draws.pick(Trait.NAME, turn, FIRST)
        + draws.pick(Trait.NAME, turn + 1, MIDDLE)
        + draws.pick(Trait.NAME, turn + 2, LAST);
  }

  private String handleWord() {
    return Handles.capitalised(handle.split("_", -1)[1]);
  }

  private String suffix() {
    return draws.pick(Trait.NAME, List.of("Labs", "Foundation", "News", "Inc.", "Group", "HQ"));
  }
}
