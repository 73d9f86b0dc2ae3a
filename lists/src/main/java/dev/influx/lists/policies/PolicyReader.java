package dev.influx.lists.policies;

import static dev.influx.lists.DataFault.quote;
import static dev.influx.lists.policies.EntryThresholds.MOST_FOLLOWERS;

import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import dev.influx.lists.Spelling;
import dev.influx.lists.models.Model;
import dev.influx.lists.models.ModelReader;
import dev.influx.lists.terms.WordReader;
import dev.influx.lists.yaml.Faults;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import dev.influx.lists.yaml.StrictYaml;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns a YAML document into a policy. Models and lexicons are either named, and then read from
 * their own files, or written out in their place; faults of all files are reported together.
 */
final class PolicyReader {

  private static final Part<Model> MODEL = new Part<>("models/", ModelReader::read, Model::id);
  private static final Part<Lexicon> LEXICON =
      new Part<>("domains/", PolicyReader::lexicon, Lexicon::id);

  private final Shelf shelf;
  private final Faults faults;

  private PolicyReader(Shelf shelf, Faults faults) {
    this.shelf = shelf;
    this.faults = faults;
  }

  static Reading<Policy> read(String source, Reader yaml, Shelf shelf) {
    Faults faults = Faults.in(source);
    Optional<Policy> policy =
        StrictYaml.parse(yaml, faults).flatMap(new PolicyReader(shelf, faults)::policy);
    return faults.count() == 0
        ? Reading.accepted(policy.orElseThrow())
        : Reading.refused(faults.all());
  }

  private Optional<Policy> policy(StrictMapping root) {
    String id = root.value("id").text(ModelReader.ID, "m2 or m2@2");
    String description = root.text("description");
    Optional<Model> model = model(root.value("model"));
    Optional<Model> fallback = root.optional("fallback").flatMap(this::model);
    Optional<StrictValue> domains = root.optional("domains");
    List<Lexicon> lexicons = domains.map(this::lexicons).orElse(List.of());
    boolean known =
        model.isPresent() && fallback.isPresent() == root.optional("fallback").isPresent();
    if (known) {
      boolean readsLexicons =
          Stream.of(model, fallback).flatMap(Optional::stream).anyMatch(Model::readsLexicons);
      requireLexiconsIfRead(root, readsLexicons, domains);
    }
    Optional<EntryThresholds> entry = root.mapping("entry").flatMap(PolicyReader::entry);
    return root.complete(
        () ->
            new Policy(
                id, description, model.orElseThrow(), fallback, lexicons, entry.orElseThrow()));
  }

  private static void requireLexiconsIfRead(
      StrictMapping root, boolean read, Optional<StrictValue> domains) {
    if (read && domains.isEmpty()) {
      root.refuse("has no domains, and its model reads lexicons", "add domains: with their names");
    }
    if (!read && domains.isPresent()) {
      domains.get().refuse("are there, and the model reads no lexicon", "remove them");
    }
  }

  private Optional<Model> model(StrictValue value) {
    return readOrFind(value, MODEL);
  }

  private List<Lexicon> lexicons(StrictValue list) {
    List<Lexicon> lexicons = new ArrayList<>();
    Set<Domain> domains = new HashSet<>();
    for (StrictValue item : list.items()) {
      Optional<Lexicon> lexicon = readOrFind(item, LEXICON);
      lexicon.ifPresent(lexicons::add);
      if (lexicon.isPresent() && !domains.add(lexicon.get().domain())) {
        item.refuse("is of a domain that is there already", "keep one lexicon a domain");
      }
    }
    return lexicons;
  }

  private static Optional<Lexicon> lexicon(StrictMapping lexicon) {
    StrictValue idValue = lexicon.value("id");
    String id = idValue.text(ModelReader.ID, "fintech or fintech@2");
    String domain = Lexicon.domainName(id);
    if (!id.isEmpty() && Domain.find(domain).isEmpty()) {
      String what = "is " + quote(id) + ", which names no domain";
      idValue.refuse(what, Spelling.suggest(domain, Domain.ids()));
    }
    String description = lexicon.text("description");
    List<String> terms = WordReader.terms(lexicon.value("terms"));
    return lexicon.complete(() -> new Lexicon(id, description, terms));
  }

  private <T> Optional<T> readOrFind(StrictValue value, Part<T> part) {
    if (value.isMapping()) {
      return value.mapping().flatMap(part.reader());
    }
    int before = faults.count();
    String id = value.text(ModelReader.ID, "m2 or m2@2");
    if (id.isEmpty() || faults.count() > before) {
      return Optional.empty();
    }
    Optional<Shelf.Book> book = shelf.find(part.pathOf(id));
    if (book.isEmpty()) {
      String what = "is " + quote(id) + ", and there is no " + part.pathOf(id);
      value.refuse(what, Spelling.suggest(id, known(part.folder())));
    }
    return book.flatMap(found -> read(found, id, part));
  }

  private <T> Optional<T> read(Shelf.Book book, String id, Part<T> part) {
    Faults faultsOfBook = faults.alsoIn(book.name());
    try (Reader yaml = book.open()) {
      Optional<T> read = StrictYaml.parse(yaml, faultsOfBook).flatMap(part.reader());
      read.map(part.idOf())
          .filter(other -> !other.equals(id))
          .ifPresent(other -> faultsOfBook.add(1, "id is " + quote(other), "write " + id));
      return read;
    } catch (IOException e) {
      faultsOfBook.add(0, "it cannot be read (" + e + ")", "check its permissions");
      return Optional.empty();
    }
  }

  /** What a policy may name instead of holding it. */
  private record Part<T>(
      String folder, Function<StrictMapping, Optional<T>> reader, Function<T, String> idOf) {
    String pathOf(String id) {
      return folder + id + ".yml";
    }
  }

  private List<String> known(String folder) {
    return shelf.paths().stream()
        .filter(path -> path.startsWith(folder))
        .map(path -> path.substring(folder.length(), path.length() - ".yml".length()))
        .toList();
  }

  private static Optional<EntryThresholds> entry(StrictMapping entry) {
    StrictValue verified = entry.value("verified_min_followers");
    long withBadge = verified.wholeNumber(0, MOST_FOLLOWERS);
    long all = entry.value("min_followers").wholeNumber(0, MOST_FOLLOWERS);
    return entry.complete(
        () -> {
          if (withBadge > all) {
            verified.refuse(
                "is above min_followers", "lower it: a badge must not raise the threshold");
          }
          return new EntryThresholds(Math.min(withBadge, all), all);
        });
  }
}
