package dev.influx.lists.canonical;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a type that is not a plain record stands in a file. */
public interface Written {

  /** Something that is written as one word or number. */
  interface AsScalar extends Written {
    Object scalar();
  }

  /** A record that says under the key {@code kind} which of several it is. */
  interface WithKind extends Written {
    String kind();
  }

  /** Marks a component of a record whose own components are written beside the others. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Inline {}
}
