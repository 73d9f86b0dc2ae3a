package dev.influx.harvester.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is asked for next. Two orders share the requests:
 *
 * <ul>
 *   <li>The round: in each {@link Cadence#maxAge} as many requests as there are authors go to
 *       whoever waits longest. Since nobody who was asked later comes before somebody who was asked
 *       earlier, everybody's turn comes within that many requests, whatever the others do.
 *   <li>The rest goes to new authors, by the need of their domain, and then to whoever has the
 *       greatest product of age and worth, so that authors are asked for as often as they are
 *       worth.
 * </ul>
 *
 * <p>The round is paced by time and not by an assumption on how many requests there will be. When
 * there are too few, it takes all of them and everybody gets equally old; new authors then get
 * every other request. Authors of the same urgency always come by age. Belongs to one thread.
 */
public final class Agenda {
  private final Urgency urgency;
  private final Cadence cadence;
  private final Slots slots = new Slots();
  private final List<AgeQueue> unseen = queues(Urgency.RANKS);
  private final List<AgeQueue> seen = queues(Urgency.LEVELS);

  /** What the round is owed, in authors times milliseconds of a round. */
  private long owed;

  private long countedTo;

  /**
   * Without authors.
   *
   * @param start from when on the round is owed requests
   */
  public Agenda(Urgency urgency, Cadence cadence, Instant start) {
    this.urgency = urgency;
    this.cadence = cadence;
    this.countedTo = start.toEpochMilli();
  }

  private List<AgeQueue> queues(int count) {
    return Stream.generate(() -> new AgeQueue(slots)).limit(count).toList();
  }

  /**
   * Takes an author in, or takes note of other facts of one, who is no longer handed out then. A
   * new author keeps its place among those who came when it did.
   */
  public void put(AuthorFacts facts, Instant now) {
    count(now);
    int known = slots.find(facts.key());
    boolean wasUnseen = known != Slots.NONE && slots.queue(known) < Urgency.RANKS;
    int slot = known == Slots.NONE ? slots.add(facts.key()) : known;
    dequeue(slot);
    if (facts.lastFetched().isPresent()) {
      slots.since(slot, facts.lastFetched().get().toEpochMilli());
      slots.queue(slot, Urgency.RANKS + urgency.level(facts));
    } else {
      slots.since(slot, wasUnseen ? slots.since(slot) : now.toEpochMilli());
      slots.queue(slot, urgency.rank(facts));
    }
    queueOf(slot).add(slot);
  }

  /** Forgets an author; whether it was there. */
  public boolean remove(String key) {
    int slot = slots.find(key);
    if (slot == Slots.NONE) {
      return false;
    }
    dequeue(slot);
    slots.remove(slot);
    return true;
  }

  /**
   * Hands out the authors to ask for now, at most so many. Each is owed a {@link #put} with the
   * time of its answer, a {@link #giveBack} or a {@link #remove}.
   */
  public List<String> next(int most, Instant now) {
    count(now);
    List<String> keys = new ArrayList<>();
    boolean late = isLate(now);
    while (keys.size() < most) {
      int slot = choose(now, late && keys.size() % 2 == 1);
      if (slot == Slots.NONE) {
        break;
      }
      dequeue(slot);
      keys.add(slots.key(slot));
    }
    return keys;
  }

  /**
   * Takes back an author who was handed out and of whom no answer told anything. It has waited as
   * long as before and may be handed out at once.
   */
  public void giveBack(String key) {
    int slot = slots.find(key);
    if (slot != Slots.NONE && slots.place(slot) == Slots.NONE) {
      queueOf(slot).add(slot);
    }
  }

  /**
   * When somebody is to be asked for again: at once while there are new authors, else when an
   * author may be asked for its value, or when the round is owed a batch of the size given, for
   * which it waits no longer than a gap. {@link Instant#MAX} while all are handed out.
   */
  public Instant nextDue(int batchSize, Instant now) {
    count(now);
    int oldest = oldest();
    if (oldest == Slots.NONE) {
      return Instant.MAX;
    }
    if (newcomer() != Slots.NONE) {
      return now;
    }
    Instant byAge = Instant.ofEpochMilli(slots.since(oldest)).plus(cadence.minAge());
    Instant byRound = now.plusMillis(untilDue(batchSize));
    Instant due = byAge.isBefore(byRound) ? byAge : byRound;
    return due.isBefore(now) ? now : due;
  }

  /** How many authors there are, those who are handed out included. */
  public int size() {
    return slots.size();
  }

  private int choose(Instant now, boolean newFirst) {
    int newcomer = newcomer();
    if (newFirst && newcomer != Slots.NONE) {
      return newcomer;
    }
    int oldest = owed >= cadence.roundMillis() ? oldest() : Slots.NONE;
    if (oldest != Slots.NONE) {
      owed -= cadence.roundMillis();
      return oldest;
    }
    return newcomer == Slots.NONE ? worthiest(now) : newcomer;
  }

  /**
   * After a pause of more than a round, a single round is owed: a second one would be too early.
   */
  private void count(Instant now) {
    long millis = now.toEpochMilli();
    long round = cadence.roundMillis();
    if (millis > countedTo) {
      long elapsed = Math.min(millis - countedTo, 2 * round);
      owed = Math.min(owed + elapsed * slots.size(), round * slots.size());
      countedTo = millis;
    }
  }

  /**
   * After authors came who have an age, as those of an earlier run have: the round is owed as much
   * as it takes that nobody's turn comes too late, and no more. Where their ages are spread evenly
   * that is nothing.
   */
  public void catchUp(Instant now) {
    count(now);
    long round = cadence.roundMillis();
    long[] since = seen.stream().flatMapToLong(AgeQueue::since).sorted().toArray();
    for (int i = 0; i < since.length; i++) {
      long left = Math.max(0, since[i] + round - now.toEpochMilli());
      owed = Math.max(owed, (i + 1) * round - slots.size() * left);
    }
  }

  /** A whole batch is not waited for longer than a gap, but a single author is. */
  private long untilDue(int batchSize) {
    long forBatch = Math.min(untilOwed(batchSize), cadence.gap().toMillis());
    return Math.max(untilOwed(1), forBatch);
  }

  private long untilOwed(int authors) {
    long lacking = Math.max(0, cadence.roundMillis() * authors - owed);
    return (lacking + slots.size() - 1) / slots.size();
  }

  private boolean isLate(Instant now) {
    int oldest = oldest();
    return oldest != Slots.NONE
        && now.toEpochMilli() - slots.since(oldest) > cadence.maxAge().toMillis();
  }

  /** Newcomers and the worthier first where several have waited equally long. */
  private int oldest() {
    AgeQueue oldest = unseen.get(0);
    for (AgeQueue queue : unseen) {
      oldest = queue.longest() < oldest.longest() ? queue : oldest;
    }
    for (int level = Urgency.LEVELS - 1; level >= 0; level--) {
      AgeQueue queue = seen.get(level);
      oldest = queue.longest() < oldest.longest() ? queue : oldest;
    }
    return oldest.head();
  }

  private int newcomer() {
    for (AgeQueue queue : unseen) {
      if (queue.head() != Slots.NONE) {
        return queue.head();
      }
    }
    return Slots.NONE;
  }

  private int worthiest(Instant now) {
    long latest = now.minus(cadence.minAge()).toEpochMilli();
    AgeQueue worthiest = null;
    double most = 0;
    for (int level = Urgency.LEVELS - 1; level >= 0; level--) {
      AgeQueue queue = seen.get(level);
      double worth = (now.toEpochMilli() - (double) queue.longest()) * Urgency.weight(level);
      if (queue.longest() <= latest && (worthiest == null || worth > most)) {
        worthiest = queue;
        most = worth;
      }
    }
    return worthiest == null ? Slots.NONE : worthiest.head();
  }

  private AgeQueue queueOf(int slot) {
    int queue = slots.queue(slot);
    return queue < Urgency.RANKS ? unseen.get(queue) : seen.get(queue - Urgency.RANKS);
  }

  private void dequeue(int slot) {
    if (slots.place(slot) != Slots.NONE) {
      queueOf(slot).remove(slot);
    }
  }
}
