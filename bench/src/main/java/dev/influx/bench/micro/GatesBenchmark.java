package dev.influx.bench.micro;

import dev.influx.lists.policies.Policies;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.activity.History;
import dev.influx.validator.Gates;
import dev.influx.validator.Verdict;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One author an operation, asked by all gates. */
@State(Scope.Thread)
public class GatesBenchmark {
  @Param(BenchAuthors.INVENTED)
  public String users;

  @Param("m2@2")
  public String policy;

  private Gates gates;
  private List<RawProfile> observations;
  private int at;

  /** Reads the authors and makes the policy ready. */
  @Setup
  public void prepare() throws IOException {
    gates = Gates.of(Policies.bundled().find(policy).orElseThrow().allowingSimulated());
    observations = BenchAuthors.of(users).stream().map(History::last).toList();
  }

  private RawProfile next() {
    at = at + 1 < observations.size() ? at + 1 : 0;
    return observations.get(at);
  }

  /** All findings and the verdict. */
  @Benchmark
  public Verdict judge() {
    return gates.judge(next(), List.of());
  }
}
