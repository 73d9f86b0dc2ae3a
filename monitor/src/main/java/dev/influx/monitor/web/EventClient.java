package dev.influx.monitor.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One who follows the events. There is never more than one write to it under way. */
final class EventClient {
  private final Response response;
  private final Callback whenOver;
  private final Consumer<EventClient> onGone;
  private boolean over;
  private boolean writing;
  private long since;

  EventClient(Response response, Callback whenOver, Consumer<EventClient> onGone) {
    this.response = response;
    this.whenOver = whenOver;
    this.onGone = onGone;
  }

  /** Sends unless the one before is still on its way; false if nothing can be sent any more. */
  boolean send(ByteBuffer bytes, Duration patience) {
    synchronized (this) {
      if (over || writing) {
        return !over && !isStuck(patience);
      }
      writing = true;
      since = System.nanoTime();
    }
    response.write(false, bytes, Callback.from(this::sent, this::fail));
    return true;
  }

  /** The connection goes with whatever it still has to carry. */
  private boolean isStuck(Duration patience) {
    boolean stuck = System.nanoTime() - since > patience.toNanos();
    if (stuck) {
      fail(new TimeoutException("the client does not take what it is sent"));
    }
    return stuck;
  }

  private synchronized void sent() {
    writing = false;
  }

  private void fail(Throwable why) {
    if (finish()) {
      onGone.accept(this);
      whenOver.failed(why);
    }
  }

  void end() {
    if (finish()) {
      whenOver.succeeded();
    }
  }

  private synchronized boolean finish() {
    boolean first = !over;
    over = true;
    return first;
  }
}
