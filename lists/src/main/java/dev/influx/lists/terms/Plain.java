package dev.influx.lists.terms;

/** What a text looks like to a reader, made comparable. */
public final class Plain {

  private Plain() {}

  public static String of(String text) {
    return Fold.of(text);
  }
}
