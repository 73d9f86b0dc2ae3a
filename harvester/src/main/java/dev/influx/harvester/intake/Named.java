package dev.influx.harvester.intake;

import java.util.Optional;

/**
 * Whom an entry names, or why nobody.
 *
 * @param text what is wrong, if nobody is named
 */
record Named(Optional<String> id, Optional<String> handle, String text, Optional<Reason> reason) {

  static Named id(String id) {
    return new Named(Optional.of(id), Optional.empty(), "", Optional.empty());
  }

  static Named handle(String handle) {
    return new Named(Optional.empty(), Optional.of(handle), "", Optional.empty());
  }

  static Named nobody(String text, Reason reason) {
    return new Named(Optional.empty(), Optional.empty(), text, Optional.of(reason));
  }

  /** An id and a handle of one entry; one that is wrong makes the other doubtful. */
  static Named both(Named id, Named handle) {
    if (id.reason().isPresent() || handle.reason().isPresent()) {
      return id.reason().isPresent() ? id : handle;
    }
    return new Named(id.id(), handle.handle(), "", Optional.empty());
  }
}
