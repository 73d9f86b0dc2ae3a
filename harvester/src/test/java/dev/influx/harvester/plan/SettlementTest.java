package dev.influx.harvester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page.Problem;
import dev.influx.harvester.api.Page.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SettlementTest {
  private static final Batch BATCH = batch(Chance.FIRST, "ada", "bob", "cid");

  @Test
  void settlesWhoWasAnsweredWithTheEvidence() {
    Settlement settlement =
        settle(
            BATCH,
            new Answer.Ok(
                Samples.page(
                    List.of(Samples.user("1", "Ada")),
                    Samples.notFound("bob"),
                    Samples.suspended("cid"))));

    assertThat(settlement.settled())
        .extracting(Settled::ending)
        .containsExactlyInAnyOrder(Ending.FOUND, Ending.NOT_FOUND, Ending.SUSPENDED);
    assertThat(settlement.settled())
        .allSatisfy(
            settled -> {
              assertThat(settled.evidence()).contains(Samples.EVIDENCE);
              assertThat(settled.at()).isEqualTo(Samples.FETCHED);
            });
    assertThat(settlement.again()).isEmpty();
    assertThat(settlement.later()).isEmpty();
  }

  @Test
  void givesWhoIsNotAccountedForASecondChanceAndAThirdAlone() {
    Answer silent = new Answer.Ok(Samples.page(List.of(), Samples.notFound("bob")));

    Settlement first = settle(BATCH, silent);
    assertThat(first.later()).extracting(Target::key).containsExactly("ada", "cid");
    assertThat(first.settled()).hasSize(1);

    Settlement second = settle(batch(Chance.SECOND, "ada", "cid"), silent);
    assertThat(second.later()).extracting(Target::key).containsExactly("ada", "cid");
    assertThat(second.settled()).isEmpty();

    Batch alone = batch(Chance.LAST, "ada");
    Settlement third = settle(alone, silent);
    assertThat(alone.lookup().alone()).isTrue();
    assertThat(third.later()).isEmpty();
    assertThat(third.settled()).extracting(Settled::ending).containsOnly(Ending.UNACCOUNTED);
  }

  @Test
  void namesUsersWhomNobodyAskedFor() {
    Settlement settlement =
        settle(BATCH, new Answer.Ok(Samples.page(List.of(Samples.user("5", "stranger")))));

    assertThat(settlement.unasked()).extracting(Unasked::name).containsExactly("stranger");
    assertThat(settlement.settled()).isEmpty();
  }

  @Test
  void takesOutTheKeysThatXNames() {
    Settlement settlement = settle(BATCH, new Answer.Poison(List.of("bob"), "does not match"));

    assertThat(settlement.settled())
        .singleElement()
        .satisfies(
            settled -> {
              assertThat(settled.ending()).isEqualTo(Ending.INVALID);
              assertThat(settled.target().key()).isEqualTo("bob");
              assertThat(settled.detail()).contains("does not match");
              assertThat(settled.at()).isEqualTo(Samples.NOW);
            });
    assertThat(settlement.again())
        .extracting(batch -> batch.lookup().keys())
        .containsExactly(List.of("ada", "cid"));
  }

  @Test
  void halvesABatchWhenXNamesNoKey() {
    Settlement settlement = settle(BATCH, new Answer.Poison(List.of(), "invalid"));

    assertThat(settlement.settled()).isEmpty();
    assertThat(settlement.again())
        .extracting(batch -> batch.lookup().keys())
        .containsExactly(List.of("ada", "bob"), List.of("cid"));
  }

  @Test
  void blamesTheOnlyKeyThereIs() {
    Settlement settlement =
        settle(batch(Chance.FIRST, "ada"), new Answer.Poison(List.of(), "invalid"));

    assertThat(settlement.settled()).extracting(Settled::ending).containsExactly(Ending.INVALID);
    assertThat(settlement.again()).isEmpty();
  }

  @Test
  void parksTheBatchWhenTryingAgainDidNotHelp() {
    Answer busy = new Answer.Transient("503 Service Unavailable");

    Settlement first = settle(BATCH, busy);
    assertThat(first.failure()).contains("503 Service Unavailable");
    assertThat(first.settled()).isEmpty();
    assertThat(first.later()).hasSize(3);

    Settlement settlement = settle(batch(Chance.SECOND, "ada", "bob", "cid"), busy);
    assertThat(settlement.later()).isEmpty();
    assertThat(settlement.settled())
        .hasSize(3)
        .allSatisfy(
            settled -> {
              assertThat(settled.ending()).isEqualTo(Ending.UNAVAILABLE);
              assertThat(settled.detail()).contains("503 Service Unavailable");
            });
  }

  @Test
  void leavesEverybodyOpenWhenTheRunMustStop() {
    Answer.Stop stop = new Answer.Stop(Answer.Stop.Kind.AUTH, "what", "why", "remedy");

    Settlement settlement = settle(BATCH, stop);

    assertThat(settlement.stop()).contains(stop);
    assertThat(settlement.settled()).isEmpty();
  }

  @Test
  void refusesWhoCannotBeAskedFor() {
    Target target =
        new Target(
            List.of(Occasion.of(Samples.seed("a-b"))),
            Optional.empty(),
            Optional.of("a-b"),
            Set.of());

    assertThat(target.canBeAsked()).isFalse();
    assertThat(Settlement.ofInvalid(List.of(target), Samples.NOW).settled())
        .extracting(Settled::ending)
        .containsExactly(Ending.INVALID);
  }

  /** Whatever X answers, asking on until nothing is left settles everybody exactly once. */
  @Test
  void settlesEverybodyExactlyOnceWhateverXAnswers() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Target> targets = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(60); i++) {
        targets.add(Samples.byHandle("User_" + i));
      }
      Map<String, Integer> settled = settleAll(targets, 1 + random.nextInt(20), random);
      assertThat(settled).as("seed %d", seed).hasSameSizeAs(targets);
      assertThat(settled.values()).as("seed %d", seed).containsOnly(1);
    }
  }

  private static Map<String, Integer> settleAll(List<Target> targets, int size, Random random) {
    Queue queue = new Queue(targets.iterator());
    Map<String, Integer> settled = new HashMap<>();
    while (!queue.isEmpty()) {
      Batch batch = queue.next(size, true).orElseThrow();
      assertThat(batch.targets()).hasSizeBetween(1, size);
      Settlement settlement = settle(batch, randomAnswer(batch, random));
      settlement.settled().forEach(each -> settled.merge(each.target().key(), 1, Integer::sum));
      queue.takeBack(settlement);
    }
    return settled;
  }

  private static Answer randomAnswer(Batch batch, Random random) {
    List<String> some =
        batch.lookup().keys().stream().filter(key -> random.nextInt(4) == 0).toList();
    return switch (random.nextInt(6)) {
      case 0 -> new Answer.Poison(some, "invalid");
      case 1 -> new Answer.Transient("503");
      default -> randomPage(batch, random);
    };
  }

  private static Answer randomPage(Batch batch, Random random) {
    List<User> users = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String key : batch.lookup().keys()) {
      switch (random.nextInt(5)) {
        case 0 -> problems.add(Samples.notFound(key));
        case 1 -> problems.add(Samples.suspended(key.toUpperCase(Locale.ROOT)));
        case 2 -> {
          users.add(Samples.user("1", key));
          users.add(Samples.user("1", key));
        }
        case 3 -> users.add(Samples.user("2", key.toLowerCase(Locale.ROOT)));
        default -> users.add(Samples.user("3", "stranger_" + users.size()));
      }
    }
    return new Answer.Ok(Samples.page(users, problems.toArray(new Problem[0])));
  }

  private static Settlement settle(Batch batch, Answer answer) {
    return Settlement.of(batch, answer, Samples.NOW);
  }

  private static Batch batch(Chance chance, String... handles) {
    return new Batch(By.HANDLE, Arrays.stream(handles).map(Samples::byHandle).toList(), chance);
  }
}
