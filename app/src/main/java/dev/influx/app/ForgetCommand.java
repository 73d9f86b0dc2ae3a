package dev.influx.app;

import dev.influx.app.config.ConfigResult;
import dev.influx.app.config.Durations;
import dev.influx.app.pipe.ComplianceStatus;
import dev.influx.app.pipe.Forgetting;
import dev.influx.app.pipe.Installation;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Authors who ask to be removed. */
@Command(
    name = "forget",
    header = "Removes authors on request, for good: nothing brings them back.",
    description = {
      "AUTHOR is an id, or @HANDLE of an author whom the scorer knows. The request",
      "is noted with its deadline, 24 hours after it was received; what is known of",
      "the author leaves the list and the state of the scorer. What stays in the",
      "raw topic, and how to remove it: docs/compliance.md."
    },
    footer = {
      "  influx forget @handle --reason 'letter 17' --yes",
      "  influx forget 906972198136147968 --received 2026-11-20T09:00:00Z --yes",
      "  influx forget --list"
    })
final class ForgetCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "AUTHOR", arity = "0..*", description = "An id, or @HANDLE.")
  private final List<String> authors = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Noted beside the request; write nothing personal.")
  private String reason;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who enters the request. Default: the user of this process.")
  private String by = System.getProperty("user.name");

  @Option(
      names = "--received",
      paramLabel = "INSTANT",
      description = "When the request came in. Default: now.")
  private Instant received;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = TimeConverter.class,
      description = "How long to look whether they leave. Default: ${DEFAULT-VALUE}.")
  private Duration patience;

  @Option(names = "--yes", description = "Do it. Without this, only says what would be done.")
  private boolean yes;

  @Option(names = "--list", description = "Show all requests; the same as compliance status.")
  private boolean list;

  ForgetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list != authors.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), list ? "--list takes no authors" : "there is no author named");
    }
    Installation installation = installation(session);
    try (Registry registry = installation.registry()) {
      if (list) {
        ComplianceStatus status =
            ComplianceStatus.look(installation, registry, Clock.systemUTC().instant());
        return new ComplianceReport(session).table(status).code();
      }
      return forget(installation, registry).code();
    }
  }

  /** The one to work on; fails when its topics are not there. */
  static Installation installation(Session session) {
    ConfigResult.Loaded loaded = session.load();
    Path directory = session.surroundings().directory().resolve(loaded.config().sink().dataDir());
    Installation installation = Installation.running(loaded, directory);
    installation.requireTopics();
    return installation;
  }

  private ExitCode forget(Installation installation, Registry registry)
      throws InterruptedException {
    Clock clock = Clock.systemUTC();
    Instant now = clock.instant();
    if (received != null && received.isAfter(now)) {
      throw new ParameterException(command.commandLine(), "--received is in the future");
    }
    List<Forgetting.Subject> subjects =
        NamedAuthors.of(command.commandLine(), authors).find(installation);
    if (!yes) {
      session.out().println("These would be removed from " + installation.topics().accepted());
      subjects.forEach(each -> session.out().println("  " + shown(each)));
      session.err().println("nothing was done: add --yes to remove them for good");
      return ExitCode.NEEDS_CONFIRMATION;
    }
    Forgetting.Request request =
        new Forgetting.Request(received == null ? now : received, by, Optional.ofNullable(reason));
    new Forgetting(installation, registry, clock)
        .forget(subjects, request, patience)
        .forEach(new ForgetReport(session)::print);
    return ExitCode.OK;
  }

  private static String shown(Forgetting.Subject subject) {
    return subject.id()
        + subject.handle().map(handle -> "  @" + Shown.line(handle)).orElse("  not known here");
  }

  /** {@code 10s}. */
  private static final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
