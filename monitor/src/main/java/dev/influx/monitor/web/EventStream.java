package dev.influx.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last state, and the clients that are told each new one. None of them is waited for: who is
 * still busy with one state misses the next, and who stays busy is dropped.
 */
public final class EventStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String BEGINNING = "retry: 3000\n\n";
  private static final String BEAT = ": beat\n\n";

  private final int most;
  private final Duration patience;
  private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
  private long id;
  private Optional<String> last = Optional.empty();

  /** For a number of clients at a time. */
  public EventStream(int most) {
    this(most, PATIENCE);
  }

  /**
   * With another patience.
   *
   * @param patience with a client that does not take what it is sent
   */
  EventStream(int most, Duration patience) {
    this.most = most;
    this.patience = patience;
  }

  public int clients() {
    return clients.size();
  }

  public int mostClients() {
    return most;
  }

  /** The last state that was published. */
  public synchronized Optional<String> last() {
    return last;
  }

  /** Hands a state on, as one line. */
  public void publish(String state) {
    sendAll(next(state));
  }

  private synchronized String next(String state) {
    id++;
    last = Optional.of(state);
    return event(state);
  }

  private String event(String state) {
    return "id: " + id + "\nevent: state\ndata: " + state + "\n\n";
  }

  /** Shows that there is still somebody, where nothing is new. */
  public void beat() {
    sendAll(BEAT);
  }

  private void sendAll(String event) {
    ByteBuffer bytes = ByteBuffer.wrap(event.getBytes(UTF_8)).asReadOnlyBuffer();
    clients.removeIf(client -> !client.send(bytes.duplicate(), patience));
  }

  /** Takes a client in, unless there are too many. */
  boolean join(EventClient client) {
    String first;
    synchronized (this) {
      if (clients.size() >= most) {
        return false;
      }
      first = BEGINNING + last.map(this::event).orElse(BEAT);
      clients.add(client);
    }
    return client.send(ByteBuffer.wrap(first.getBytes(UTF_8)), patience);
  }

  void leave(EventClient client) {
    clients.remove(client);
  }

  /** Tells all that this was it. */
  @Override
  public void close() {
    clients.forEach(EventClient::end);
    clients.clear();
  }
}
