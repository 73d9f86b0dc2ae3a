package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.app.pipe.ComplianceApplication;
import dev.influx.app.pipe.Installation;
import dev.influx.harvester.compliance.CompliancePublisher;
import dev.influx.harvester.compliance.Reason;
import dev.influx.harvester.compliance.ResultFile;
import dev.influx.harvester.compliance.ResultLine;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.wire.Registry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What X says of the ids that were exported. */
@Command(
    name = "apply",
    header = "Applies a result of X's batch compliance to the live authors.",
    description = {
      "Deleted, deactivated, suspended and protected authors are gone until they",
      "are seen again after the result was made; of scrub_geo the location goes.",
      "Ids that are not in the result are left as they are. Lines that cannot be",
      "understood are named; the others are applied, and the command ends with 3."
    },
    footer = {
      "  influx compliance apply result.jsonl --dry-run",
      "  influx compliance apply result.jsonl --as-of 2026-11-20T09:00:00Z",
      "  influx compliance apply result.jsonl --format json"
    })
final class ComplianceApplyCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "RESULT", description = "The result, as X delivers it: JSON lines.")
  private Path result;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "When the result was made. Default: when the file was last changed.")
  private Instant asOf;

  @Option(names = "--dry-run", description = "Write nothing; say what would be done.")
  private boolean dryRun;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  private long bad;

  ComplianceApplyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ResultFile file = file();
    Installation installation = ForgetCommand.installation(session);
    try (Registry registry = installation.registry();
        CompliancePublisher publisher = dryRun ? null : open(installation, registry)) {
      ComplianceApplication application =
          new ComplianceApplication(installation, file, Optional.ofNullable(publisher));
      read(application);
      print(application.finish());
    }
    return (bad == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private static CompliancePublisher open(Installation installation, Registry registry) {
    return CompliancePublisher.open(installation.kafka(), registry, installation.topics());
  }

  private Path path() {
    return session.surroundings().directory().resolve(result);
  }

  /** Reads the whole file once for its hash: it is part of every event. */
  private ResultFile file() {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(path()), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      Instant made = asOf == null ? Files.getLastModifiedTime(path()).toInstant() : asOf;
      requirePast(made);
      return new ResultFile(
          result.getFileName().toString(),
          path().toAbsolutePath().toUri(),
          new Sha256(in.getMessageDigest().digest()),
          made.truncatedTo(ChronoUnit.MILLIS));
    } catch (IOException e) {
      throw unreadable(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Whoever is gone in the future would stay so until then, whatever is observed. */
  private void requirePast(Instant made) {
    if (made.isAfter(Clock.systemUTC().instant())) {
      throw new ParameterException(
          command.commandLine(), "the result cannot be of the future, " + made + ": see --as-of");
    }
  }

  private void read(ComplianceApplication application) throws InterruptedException {
    try (InputStream in = Files.newInputStream(path());
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Optional<ResultLine.Listed> listed =
              ResultLine.parse(number, line).fold(Optional::of, this::report);
          if (listed.isPresent()) {
            application.take(listed.get());
          }
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Optional<ResultLine.Listed> report(ResultLine.Bad line) {
    bad++;
    session.err().println(result + ":" + line.line() + ": " + Shown.line(line.why()));
    return Optional.empty();
  }

  private UnableToReadInputException unreadable(IOException e) {
    return new UnableToReadInputException(
        result, e.toString(), "name a file that is there and may be read", e);
  }

  private void print(ComplianceApplication.Counts counts) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("dry_run", dryRun);
    for (Reason reason : Reason.values()) {
      report.put(reason.word(), counts.applied().getOrDefault(reason, 0L));
    }
    report.put("without_location", counts.withoutLocation());
    report.put("not_here", counts.notHere());
    report.put("bad_lines", bad);
    switch (format) {
      case TABLE -> {
        Table table = new Table("WHAT", "COUNT").rightAligned(1);
        report.forEach((key, value) -> table.add(key.replace('_', ' '), value.toString()));
        table.lines().forEach(session.out()::println);
      }
      case JSON -> session.printJson(report);
    }
  }
}
