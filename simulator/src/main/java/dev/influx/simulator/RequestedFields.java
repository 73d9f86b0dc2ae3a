package dev.influx.simulator;

import dev.influx.simulator.Lookup.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The parts of users and posts that a request asks for.
 *
 * @param expanded what is to be brought along, and not only named
 * @param faults one for each name that is not known, which count only if they are not dropped
 */
record RequestedFields(
    Set<UserField> fields, Set<UserField> expanded, Set<PostField> postFields, List<Fault> faults) {

  /** Fields that are there, but not for an app that asks in nobody's name. */
  private static final Set<String> OF_USERS_ONLY =
      Set.of(
          "confirmed_email",
          "connection_status",
          "receives_your_dm",
          "subscription",
          "subscribes_to_you");

  static RequestedFields of(QueryString query, boolean refuseUnknown) {
    Set<UserField> fields = EnumSet.copyOf(UserField.defaults());
    Set<UserField> expanded = EnumSet.noneOf(UserField.class);
    List<Fault> faults = new ArrayList<>();
    for (String name : query.items("user.fields")) {
      take("user.fields", name, UserField::ofField, fields).ifPresent(faults::add);
    }
    for (String name : query.items("expansions")) {
      take("expansions", name, UserField::ofExpansion, expanded).ifPresent(faults::add);
    }
    fields.addAll(expanded);
    return new RequestedFields(
        fields, expanded, PostField.of(query), refuseUnknown ? faults : List.of());
  }

  private static Optional<Fault> take(
      String parameter,
      String name,
      Function<String, Optional<UserField>> meaning,
      Collection<UserField> fields) {
    Optional<UserField> field = meaning.apply(name);
    field.ifPresent(fields::add);
    boolean known = field.isPresent() || OF_USERS_ONLY.contains(name);
    return known ? Optional.empty() : Optional.of(fault(parameter, name, meaning));
  }

  private static Fault fault(
      String parameter, String name, Function<String, Optional<UserField>> meaning) {
    Set<String> known = new TreeSet<>();
    Stream.of(UserField.values())
        .flatMap(field -> Stream.of(field.wire(Dialect.LEGACY), field.wire(Dialect.POST)))
        .filter(wire -> meaning.apply(wire).isPresent())
        .forEach(known::add);
    String message =
        "The `%s` query parameter value [%s] is not one of [%s]"
            .formatted(parameter, name, String.join(",", known));
    return new Fault(parameter, List.of(name), message);
  }
}
