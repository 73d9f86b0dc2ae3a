package dev.influx.validator;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.influx.lists.rules.Field;
import dev.influx.lists.rules.Phrase;
import dev.influx.lists.rules.Signal;
import dev.influx.lists.terms.TermIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All signals of all claims, found together: each part of a profile is gone over once. A signal is
 * known by its place in the list that the index was made of.
 */
final class SignalIndex {
  private final List<InField> fields;
  private final int signals;

  private SignalIndex(List<InField> fields, int signals) {
    this.fields = fields;
    this.signals = signals;
  }

  static SignalIndex of(List<Signal> signals) {
    List<InField> fields = new ArrayList<>();
    for (Field field : Field.values()) {
      List<Integer> there =
          IntStream.range(0, signals.size())
              .filter(i -> signals.get(i).where() == field)
              .boxed()
              .toList();
      if (!there.isEmpty()) {
        fields.add(InField.of(field, there, signals));
      }
    }
    return new SignalIndex(fields, signals.size());
  }

  Heard listen(Examined author) {
    Heard heard = new Heard(signals);
    for (InField field : fields) {
      field.listen(author, heard);
    }
    return heard;
  }

  /** The signals that are looked for in one part of a profile. */
  private record InField(
      Field field, List<Integer> signals, TermIndex terms, List<Wording> wordings) {

    static InField of(Field field, List<Integer> there, List<Signal> all) {
      List<List<String>> terms = there.stream().map(i -> all.get(i).terms()).toList();
      List<Wording> wordings = new ArrayList<>();
      for (int i : there) {
        all.get(i).phrases().forEach(phrase -> wordings.add(Wording.of(i, phrase)));
      }
      return new InField(field, there, TermIndex.ofWords(terms), wordings);
    }

    void listen(Examined author, Heard heard) {
      String text = author.text(field);
      if (text.isEmpty()) {
        return;
      }
      TermIndex.Found found = terms.find(text);
      for (int list = 0; list < signals.size(); list++) {
        if (found.count(list) > 0) {
          heard.terms(signals.get(list), found, list);
        }
      }
      String whole = field == Field.HANDLE ? author.handle() : text;
      for (Wording wording : wordings) {
        wording.listen(whole, heard);
      }
    }
  }

  /** A phrase, made ready. */
  private record Wording(int signal, String needs, Pattern pattern) {

    static Wording of(int signal, Phrase phrase) {
      return new Wording(signal, phrase.needs(), Pattern.compile(phrase.matches()));
    }

    void listen(String text, Heard heard) {
      if (text.contains(needs)) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
          heard.phrase(signal, matcher.group());
        }
      }
    }
  }
}
