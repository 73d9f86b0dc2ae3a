package dev.influx.lists.policies;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import dev.influx.lists.Spelling;
import dev.influx.lists.library.Library;
import dev.influx.lists.library.Library.Part;
import dev.influx.lists.library.Shelf;
import dev.influx.lists.models.Model;
import dev.influx.lists.models.ModelReader;
import dev.influx.lists.policies.Policy.Content;
import dev.influx.lists.rules.Answer;
import dev.influx.lists.rules.Rules;
import dev.influx.lists.rules.RulesReader;
import dev.influx.lists.terms.WordReader;
import dev.influx.lists.yaml.Faults;
import dev.influx.lists.yaml.StrictJson;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import dev.influx.lists.yaml.StrictYaml;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns a YAML document into a policy. Models, lexicons and rules are either named, and then read
 * from their own files, or written out in their place.
 */
final class PolicyReader {

  private static final Part<Model> MODEL =
      new Part<>("models/", "m2 or m2@2", ModelReader::read, Model::id);
  private static final Part<Lexicon> LEXICON =
      new Part<>("domains/", "fintech or fintech@2", PolicyReader::lexicon, Lexicon::id);

  private final Library library;

  private PolicyReader(Library library) {
    this.library = library;
  }

  static Reading<Policy> read(String source, Reader yaml, Shelf shelf) {
    Faults faults = Faults.in(source);
    Optional<Content> content =
        StrictYaml.parse(yaml, faults)
            .flatMap(new PolicyReader(new Library(shelf, faults))::content);
    return faults.count() == 0
        ? Reading.accepted(Policy.of(content.orElseThrow()))
        : Reading.refused(faults.all());
  }

  /** Reads canonical bytes that the strict reader is known to accept. */
  static Policy readPressed(String source, byte[] canonicalBytes) {
    Faults faults = Faults.inKnown(source);
    Optional<Content> content =
        StrictJson.parse(canonicalBytes, faults)
            .flatMap(new PolicyReader(new Library(Shelf.empty(), faults))::content);
    return Policy.of(
        content.orElseThrow(() -> new UnableToReadPolicyException(faults.all())), canonicalBytes);
  }

  private Optional<Content> content(StrictMapping root) {
    String id = root.value("id").text(Policy.ID, "m2 or m2@2");
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
    Optional<Rules> rules =
        root.mapping("rules").flatMap(mapping -> RulesReader.read(mapping, library));
    Optional<Answer> allowSimulated =
        root.optional("allow_simulated").map(StrictValue::yesOrNo).map(Answer::of);
    Optional<Limits> limits =
        root.optional("limits").flatMap(StrictValue::mapping).flatMap(Limits::read);
    return root.complete(
        () ->
            new Content(
                id,
                description,
                model.orElseThrow(),
                fallback,
                lexicons,
                rules.orElseThrow(),
                allowSimulated,
                limits));
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
    return library.readOrFind(value, MODEL);
  }

  private List<Lexicon> lexicons(StrictValue list) {
    List<Lexicon> lexicons = new ArrayList<>();
    Set<Domain> domains = new HashSet<>();
    for (StrictValue item : list.items()) {
      Optional<Lexicon> lexicon = library.readOrFind(item, LEXICON);
      lexicon.ifPresent(lexicons::add);
      if (lexicon.isPresent() && !domains.add(lexicon.get().domain())) {
        item.refuse("is of a domain that is there already", "keep one lexicon a domain");
      }
    }
    return lexicons;
  }

  private static Optional<Lexicon> lexicon(StrictMapping lexicon) {
    StrictValue idValue = lexicon.value("id");
    String id = idValue.text(Library.ID, "fintech or fintech@2");
    String domain = Lexicon.domainName(id);
    if (!id.isEmpty() && Domain.find(domain).isEmpty()) {
      String what = "is " + quote(id) + ", which names no domain";
      idValue.refuse(what, Spelling.suggest(domain, Domain.ids()));
    }
    String description = lexicon.text("description");
    List<String> terms = WordReader.terms(lexicon.value("terms"));
    return lexicon.complete(() -> new Lexicon(id, description, terms));
  }
}
