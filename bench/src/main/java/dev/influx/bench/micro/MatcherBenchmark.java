package dev.influx.bench.micro;

import dev.influx.lists.policies.Lexicon;
import dev.influx.lists.policies.Policies;
import dev.influx.lists.terms.Fold;
import dev.influx.lists.terms.TermIndex;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One bio an operation, searched for the terms of all lexicons of the default policy. */
@State(Scope.Thread)
public class MatcherBenchmark {
  @Param(BenchAuthors.INVENTED)
  public String users;

  private TermIndex index;
  private List<String> bios;
  private List<String> folded;
  private int at;

  /** Reads the bios and builds the index. */
  @Setup
  public void prepare() throws IOException {
    index =
        TermIndex.of(
            Policies.bundled().theDefault().domains().stream().map(Lexicon::terms).toList());
    bios =
        BenchAuthors.of(users).stream()
            .map(history -> history.last().getProfile().getDescription())
            .filter(Objects::nonNull)
            .toList();
    folded = bios.stream().map(Fold::of).toList();
  }

  private int next() {
    at = at + 1 < bios.size() ? at + 1 : 0;
    return at;
  }

  /** Normal form and lower case. */
  @Benchmark
  public String fold() {
    return Fold.of(bios.get(next()));
  }

  /** The search in a folded text. */
  @Benchmark
  public TermIndex.Found find() {
    return index.find(folded.get(next()));
  }
}
