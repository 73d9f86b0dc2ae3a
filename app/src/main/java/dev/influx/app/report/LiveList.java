package dev.influx.app.report;

import dev.influx.app.evaluate.BadLine;
import dev.influx.app.evaluate.EvaluationOutput;
import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.JudgedAuthors;
import dev.influx.schemas.wire.Registry;

/** The accepted and rejected authors of an installation, as its topics have them. */
public final class LiveList {
  private final JudgedAuthors<Appraised> authors;
  private final EvaluationOutput<Appraised> output;

  public LiveList(
      Installation installation,
      Registry registry,
      Appraiser appraiser,
      EvaluationOutput<Appraised> output) {
    this.output = output;
    this.authors =
        new JudgedAuthors<>(
            installation,
            registry,
            "influx-report",
            new JudgedAuthors.Readers<>(appraiser::accepted, appraiser::rejected),
            bad -> output.bad(new BadLine(bad.partition(), bad.offset(), bad.reason())));
  }

  /** Reads both topics, and hands on every author once. */
  public void run() {
    authors.forEach(output::evaluated, output::proceed);
  }
}
