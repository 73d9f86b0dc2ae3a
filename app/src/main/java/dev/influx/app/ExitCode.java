package dev.influx.app;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.UnableToAskException;
import dev.influx.harvester.imports.UnableToTellTimeException;
import dev.influx.runtime.UnableToReachBrokerException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ended, for whoever called it. */
enum ExitCode {
  OK(0, "done"),
  FAILURE(1, "failed"),
  USAGE(2, "wrong command line or configuration"),
  CHECK_FAILED(3, "a check failed, some of the input was bad, or X refuses the token"),
  OVER_LIMIT(4, "a difference is over its limit, or money or an allowance of X is used up"),
  NEEDS_CONFIRMATION(5, "needs to be confirmed"),
  BROKER_UNREACHABLE(6, "no Kafka broker answers"),
  INTERRUPTED(130, "interrupted");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  static ExitCode of(int code) {
    return Arrays.stream(values()).filter(each -> each.code == code).findFirst().orElse(FAILURE);
  }

  /** The end of a command that could not do its work. */
  static ExitCode of(Throwable failure) {
    if (failure instanceof UnableToConfigureException
        || failure instanceof UnableToTellTimeException) {
      return USAGE;
    }
    if (failure instanceof UnableToAskException refused) {
      return of(refused.kind());
    }
    if (failure instanceof OverBudgetException) {
      return OVER_LIMIT;
    }
    if (failure instanceof UnableToReachBrokerException) {
      return BROKER_UNREACHABLE;
    }
    return failure instanceof InterruptedException ? INTERRUPTED : FAILURE;
  }

  /** X answers nothing more: who has to do something is told by the code. */
  private static ExitCode of(Answer.Stop.Kind kind) {
    return switch (kind) {
      case AUTH -> CHECK_FAILED;
      case QUOTA -> OVER_LIMIT;
      case CONFIG, OUTAGE -> FAILURE;
    };
  }

  /** For help texts. */
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitCode each : values()) {
      meanings.put(Integer.toString(each.code), each.meaning);
    }
    return meanings;
  }
}
