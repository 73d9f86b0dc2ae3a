package dev.influx.simulator;

import dev.influx.simulator.FoundUsers.Missing;
import dev.influx.simulator.Lookup.Fault;
import dev.influx.simulator.PageToken.Form;
import dev.influx.simulator.Pages.Asked;
import dev.influx.simulator.Pages.Cut;
import dev.influx.simulator.graph.Follows;
import dev.influx.simulator.graph.Lists;
import dev.influx.simulator.graph.Lists.UserList;
import dev.influx.simulator.graph.Page;
import dev.influx.simulator.graph.Timelines;
import dev.influx.simulator.graph.Timelines.Post;
import dev.influx.simulator.graph.Timelines.Wanted;
import dev.influx.simulator.money.Billed;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Understands the requests whose path names one user or list. */
final class PathQuestions {

  private final ApiJson api;
  private final PathJson json;
  private final Population population;
  private final Answering answering;
  private final Pages pages;
  private final Follows follows;
  private final Lists lists;
  private final Timelines timelines;
  private final Includes.Finder finder;

  PathQuestions(ApiJson api, SimulatorSettings settings, InstantSource clock) {
    long seed = settings.authors().seed();
    this.api = api;
    this.json = new PathJson(api);
    this.population = api.population();
    this.answering = settings.answering();
    this.pages = new Pages(settings.paging(), seed, clock);
    this.follows = Follows.of(population, seed);
    this.lists = Lists.of(population, seed);
    this.timelines = Timelines.of(population, seed);
    this.finder = new Includes.Finder(population, timelines);
  }

  Question ask(Endpoint.Place place, String rawQuery) {
    Optional<QueryString> query = QueryString.parse(rawQuery);
    if (query.isEmpty()) {
      return invalid(place.variable(), List.of(Lookup.NO_UTF_8));
    }
    Subject subject = Subject.of(place, query.get());
    return switch (place.endpoint()) {
      case USER, USER_BY_HANDLE -> user(subject);
      case FOLLOWING -> ties(subject, follows::following);
      case FOLLOWERS -> ties(subject, follows::followers);
      case LIST_MEMBERS -> members(subject);
      case POSTS -> posts(subject);
      default -> throw new IllegalArgumentException(place + " names nothing in its path");
    };
  }

  private Question user(Subject subject) {
    RequestedFields fields = fields(subject);
    return question(
        subject,
        time -> {
          Optional<? extends SimulatedUser> user = subject.find(population, time);
          return user.isEmpty() || user.get().suspended()
              ? missing(subject, user.isPresent(), answering.missingStatus())
              : user(user.get(), fields, time);
        });
  }

  private Reply user(SimulatedUser user, RequestedFields fields, Instant time) {
    Includes includes = finder.find(List.of(user), fields.expanded(), time);
    return Reply.ok(json.user(user, includes, fields), includes.billed(List.of(user)));
  }

  /** In one direction or the other. */
  @FunctionalInterface
  private interface Ties {
    Page<Integer> page(int place, long from, int most);
  }

  private Question ties(Subject subject, Ties ties) {
    RequestedFields fields = fields(subject);
    int most = subject.query().number("max_results", 1, 1_000, 100);
    return paged(
        subject,
        Form.BASE_32,
        most,
        (asked, time) ->
            ofOpenUser(
                subject,
                time,
                user ->
                    users(
                        pages.cut(asked, (from, count) -> ties.page(user.index(), from, count)),
                        fields,
                        time)));
  }

  private Question members(Subject subject) {
    RequestedFields fields = fields(subject);
    int most = subject.query().number("max_results", 1, 100, 100);
    return paged(
        subject,
        Form.DECIMAL,
        most,
        (asked, time) -> {
          Optional<UserList> list = lists.byId(subject.value());
          return list.isEmpty()
              ? Reply.ok(json.missingList(subject.value()), List.of())
              : users(
                  pages.cut(asked, (from, count) -> lists.members(list.get(), from, count)),
                  fields,
                  time);
        });
  }

  private Question posts(Subject subject) {
    Set<PostField> fields = PostField.of(subject.query().query());
    int most = subject.query().number("max_results", 5, 100, 10);
    Wanted wanted = WantedPosts.of(subject.query());
    return paged(
        subject,
        Form.BASE_36,
        most,
        (asked, time) ->
            ofOpenUser(
                subject,
                time,
                user -> {
                  Cut<Post> cut =
                      pages.cut(asked, (from, count) -> timelines.posts(user, wanted, from, count));
                  List<Billed> billed =
                      cut.items().stream()
                          .map(post -> Billed.post(Long.toString(post.id())))
                          .toList();
                  return Reply.ok(json.posts(cut.items(), fields, cut.nextToken()), billed);
                }));
  }

  /** Who has gone since, or been suspended, is left out, and the page is shorter. */
  private Reply users(Cut<Integer> cut, RequestedFields fields, Instant time) {
    List<SimulatedUser> users = new ArrayList<>();
    for (int place : cut.items()) {
      population.at(place, time).filter(user -> !user.suspended()).ifPresent(users::add);
    }
    Includes includes = finder.find(users, fields.expanded(), time);
    byte[] body = json.users(new PathJson.Users(users, includes, fields), cut.nextToken());
    return Reply.ok(body, includes.billed(users));
  }

  private Reply ofOpenUser(Subject subject, Instant time, Function<SimulatedUser, Reply> answer) {
    Optional<? extends SimulatedUser> user = subject.find(population, time);
    if (user.isEmpty() || user.get().suspended()) {
      return missing(subject, user.isPresent(), 200);
    }
    return user.get().protectedAccount()
        ? Reply.ok(json.notAuthorized(subject.value()), List.of())
        : answer.apply(user.get());
  }

  private Reply missing(Subject subject, boolean suspended, int status) {
    byte[] body = json.missing(new Missing(subject.value(), suspended), subject.parameter());
    return status == 200
        ? Reply.ok(body, List.of())
        : Reply.of(status, AnswerClass.NOT_FOUND, body);
  }

  private Question paged(
      Subject subject, Form form, int most, BiFunction<Asked, Instant, Reply> answer) {
    Optional<String> token = subject.query().one("pagination_token");
    Optional<Asked> asked = pages.asked(subject.scope(), form, most, token);
    if (asked.isEmpty()) {
      subject.query().fault("pagination_token", token.orElseThrow(), "is not valid");
    }
    return question(subject, time -> answer.apply(asked.orElseThrow(), time));
  }

  private RequestedFields fields(Subject subject) {
    RequestedFields requested =
        RequestedFields.of(subject.query().query(), answering.refusesUnknownFields());
    subject.query().add(requested.faults());
    return requested;
  }

  private Question question(Subject subject, Function<Instant, Reply> answer) {
    List<Fault> faults = subject.query().faults();
    return faults.isEmpty()
        ? Question.valid(List.of(subject.value()), answer)
        : invalid(subject.value(), faults);
  }

  private Question invalid(String asked, List<Fault> faults) {
    Lookup.Invalid invalid = new Lookup.Invalid(faults, List.of(asked));
    byte[] body = api.invalidRequest(invalid);
    return Question.invalid(invalid.asked(), Reply.of(400, AnswerClass.INVALID_REQUEST, body));
  }
}
