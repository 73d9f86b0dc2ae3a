package dev.influx.simulator.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.graph.Lists.UserList;
import dev.influx.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ListsTest {

  private final World world = World.of(6, 3_000);
  private final Lists lists = Lists.of(world, 6);

  @Test
  void everyDomainHasItsLists() {
    assertThat(lists.all()).hasSize(48);
    assertThat(lists.all().stream().map(UserList::domain).distinct()).hasSize(12);
    assertThat(lists.all()).extracting(UserList::id).doesNotHaveDuplicates();
    assertThat(lists.all()).allMatch(list -> lists.byId(list.id()).orElseThrow().equals(list));
    assertThat(lists.byId("1")).isEmpty();
  }

  @Test
  void membersAreMostlyOfTheDomain() {
    for (UserList list : lists.all()) {
      List<Integer> members = members(list);
      long same =
          members.stream()
              .filter(place -> world.outline(place).domain().equals(list.domain()))
              .count();
      assertThat(members).as(list.name()).hasSizeGreaterThan(20).doesNotHaveDuplicates();
      assertThat((double) same / members.size()).as(list.name()).isGreaterThan(0.6);
    }
  }

  @Test
  void theFirstListOfADomainIsTheLongest() {
    for (int first = 0; first < lists.all().size(); first += 4) {
      assertThat(members(lists.all().get(first)))
          .hasSizeGreaterThan(members(lists.all().get(first + 3)).size());
    }
  }

  @Test
  void pagesMakeTheWhole() {
    UserList list = lists.all().get(0);
    List<Integer> paged = new ArrayList<>();
    OptionalLong from = OptionalLong.of(0);
    while (from.isPresent()) {
      Page<Integer> page = lists.members(list, from.getAsLong(), 7);
      paged.addAll(page.items());
      from = page.next();
    }

    assertThat(paged).isEqualTo(members(list));
  }

  private List<Integer> members(UserList list) {
    return lists.members(list, 0, world.size()).items();
  }
}
