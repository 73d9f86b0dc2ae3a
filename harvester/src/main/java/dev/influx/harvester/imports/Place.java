package dev.influx.harvester.imports;

/**
 * Where in a value something stands.
 *
 * @param shape the names on the way there
 * @param depth how many envelopes are around it
 */
record Place(Kind kind, String shape, int depth, Envelope envelope) {
  static final Place TOP = new Place(Kind.VALUES, "", 0, Envelope.NONE);

  /** What is to be looked for there. */
  enum Kind {
    VALUES,
    /** Objects that hold JSON as a text, as tools answer. */
    CONTENT,
    PROBLEMS
  }

  Place element() {
    return new Place(kind, shape + "[]", depth, envelope);
  }

  Place member(Kind of, String name, Envelope in) {
    return new Place(of, shape.isEmpty() ? name : shape + "." + name, depth + 1, in);
  }

  /** How users at this place are counted. */
  String name() {
    return shape.isEmpty() ? "bare" : shape;
  }
}
