package dev.influx.harvester.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** Something that a file is made of, once envelopes are opened. */
sealed interface Piece {

  /** Where it begins, from 1. */
  long line();

  <T> T fold(
      Function<Leaf, T> onLeaf, Function<Broken, T> onBroken, Function<NoObject, T> onNoObject);

  /**
   * An object that is no envelope: a user, a problem, or something else.
   *
   * @param raw its bytes as they stand in the file
   * @param shape the envelopes it was found in
   */
  record Leaf(long line, ByteBuffer raw, JsonNode object, String shape, Envelope envelope)
      implements Piece {
    @Override
    public <T> T fold(
        Function<Leaf, T> onLeaf, Function<Broken, T> onBroken, Function<NoObject, T> onNoObject) {
      return onLeaf.apply(this);
    }
  }

  /**
   * Bytes that are no JSON.
   *
   * @param head the first of them
   * @param length of all
   */
  record Broken(long line, ByteBuffer head, long length, String why) implements Piece {
    @Override
    public <T> T fold(
        Function<Leaf, T> onLeaf, Function<Broken, T> onBroken, Function<NoObject, T> onNoObject) {
      return onBroken.apply(this);
    }
  }

  /** A value where an object was looked for. */
  record NoObject(long line) implements Piece {
    @Override
    public <T> T fold(
        Function<Leaf, T> onLeaf, Function<Broken, T> onBroken, Function<NoObject, T> onNoObject) {
      return onNoObject.apply(this);
    }
  }
}
