package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsTheFirstColumnLeftAndFiguresRight() {
    Table table =
        new Table("level", "records/s", "us").row("L2", "400,000", "3.10").row("x", "-", "-");

    assertThat(table)
        .hasToString(
            """
            level  records/s    us
            L2       400,000  3.10
            x              -     -
            """);
  }
}
