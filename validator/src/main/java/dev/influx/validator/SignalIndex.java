package dev.influx.validator;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.influx.lists.rules.Field;
import dev.influx.lists.rules.Phrase;
import dev.influx.lists.rules.Signal;
import dev.influx.lists.terms.TermIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * All signals of all claims, found together: each part of a profile is gone over once. A signal is
 * known by its place in the list that the index was made of.
 */
final class SignalIndex {
  private final List<InField> fields = new ArrayList<>();

  /** By signal: the place of its field among the fields, and of its terms in the index of that. */
  private final int[] fieldOf;

  private final int[] listOf;

  private SignalIndex(List<Signal> signals) {
    this.fieldOf = new int[signals.size()];
    this.listOf = new int[signals.size()];
    for (Field field : Field.values()) {
      List<List<String>> terms = new ArrayList<>();
      List<Wording> wordings = new ArrayList<>();
      for (int i = 0; i < signals.size(); i++) {
        Signal signal = signals.get(i);
        if (signal.where() == field) {
          fieldOf[i] = fields.size();
          listOf[i] = terms.size();
          terms.add(signal.terms());
          int number = i;
          signal.phrases().forEach(phrase -> wordings.add(Wording.of(number, phrase)));
        }
      }
      if (!terms.isEmpty()) {
        fields.add(new InField(field, TermIndex.ofWords(terms), wordings));
      }
    }
  }

  static SignalIndex of(List<Signal> signals) {
    return new SignalIndex(signals);
  }

  Heard listen(Examined author) {
    Heard heard = new Heard(this, fields.size());
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).listen(author, heard, i);
    }
    return heard;
  }

  int fieldOf(int signal) {
    return fieldOf[signal];
  }

  int listOf(int signal) {
    return listOf[signal];
  }

  /** The signals that are looked for in one part of a profile. */
  private record InField(Field field, TermIndex terms, List<Wording> wordings) {

    void listen(Examined author, Heard heard, int place) {
      String text = author.text(field);
      if (text.isEmpty()) {
        return;
      }
      heard.terms(place, terms.find(text));
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
