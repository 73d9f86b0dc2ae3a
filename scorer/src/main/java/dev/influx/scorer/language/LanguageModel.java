package dev.influx.scorer.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * How much each run of characters speaks for each language: the maximum entropy model of OpenNLP,
 * laid out flat. OpenNLP's own evaluation takes more than twice the time, and three times the
 * memory: more than everything else that is done for an author together.
 */
final class LanguageModel {
  private static final String FILE = "/langdetect-183.bin";

  private final String[] languages;
  private final long[] grams;
  private final int[] starts;
  private final int[] ends;
  private final byte[] speaksFor;
  private final float[] weights;

  private LanguageModel(Map<String, Context> runs, String[] languages) {
    this.languages = languages;
    int size = runs.values().stream().mapToInt(run -> run.getOutcomes().length).sum();
    grams = new long[NGrams.roomFor(runs.size())];
    starts = new int[grams.length];
    ends = new int[grams.length];
    speaksFor = new byte[size];
    weights = new float[size];
    int next = 0;
    for (Map.Entry<String, Context> run : runs.entrySet()) {
      next = lay(NGrams.number(run.getKey()), run.getValue(), next);
    }
  }

  static LanguageModel load() {
    try (InputStream file = LanguageModel.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new FileNotFoundException("it is not on the class path");
      }
      return of((AbstractModel) new LanguageDetectorModel(file).getMaxentModel());
    } catch (IOException e) {
      throw new UnableToLoadLanguageModelException(FILE, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static LanguageModel of(AbstractModel model) {
    Object[] parts = model.getDataStructures();
    String[] outcomes = (String[]) parts[2];
    return new LanguageModel((Map<String, Context>) parts[1], outcomes);
  }

  private int lay(long gram, Context run, int first) {
    int slot = NGrams.slot(grams, gram);
    grams[slot] = gram;
    starts[slot] = first;
    int next = first;
    for (int i = 0; i < run.getOutcomes().length; i++, next++) {
      speaksFor[next] = (byte) run.getOutcomes()[i];
      weights[next] = (float) run.getParameters()[i];
    }
    ends[slot] = next;
    return next;
  }

  /** The codes of the model, in the order of its evidence. */
  String[] languages() {
    return Arrays.copyOf(languages, languages.length);
  }

  /** How much a text speaks for each language; the exponential of it is its relative likelihood. */
  double[] evidence(String text) {
    double[] evidence = new double[languages.length];
    for (long gram : NGrams.of(text)) {
      int slot = NGrams.slot(grams, gram);
      for (int i = starts[slot]; i < ends[slot]; i++) {
        evidence[speaksFor[i]] += weights[i];
      }
    }
    return evidence;
  }
}
