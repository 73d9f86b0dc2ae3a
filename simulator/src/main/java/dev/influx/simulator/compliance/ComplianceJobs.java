package dev.influx.simulator.compliance;

import dev.influx.simulator.compliance.ComplianceJob.Status;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** All jobs, one at a time of each type. Safe for use by many threads. */
public final class ComplianceJobs {

  private static final Duration WORK = Duration.ofSeconds(1);
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
  private static final int SIGNATURE_BYTES = 16;

  /** Ids hold the milliseconds since then, as those of posts do. */
  private static final long FIRST_MILLIS = 1_288_834_974_657L;

  private static final int SEQUENCE_BITS = 22;

  private final Function<String, Optional<Finding>> truth;
  private final Map<String, Upload> jobs = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * Begins without any job.
   *
   * @param truth about the user with an id; nothing if it may be kept
   */
  public ComplianceJobs(Function<String, Optional<Finding>> truth) {
    this.truth = truth;
  }

  /** A job with what was uploaded for it. */
  private static final class Upload {
    private final ComplianceJob job;
    private Optional<Instant> at = Optional.empty();
    private boolean readable = true;
    private List<Finding> findings = List.of();

    private Upload(ComplianceJob job) {
      this.job = job;
    }

    private Status status(Instant now) {
      if (at.isEmpty()) {
        return now.isBefore(job.uploadExpiresAt()) ? Status.CREATED : Status.EXPIRED;
      } else if (now.isBefore(at.get().plus(WORK))) {
        return Status.IN_PROGRESS;
      }
      return readable ? Status.COMPLETE : Status.FAILED;
    }
  }

  /** A new job, or nothing if there is one of the type that is not done yet. */
  public synchronized Optional<ComplianceJob> create(
      String type, Optional<String> name, boolean resumable, Instant now) {
    boolean busy =
        jobs.values().stream()
            .anyMatch(other -> other.job.type().equals(type) && other.status(now).occupies());
    if (busy) {
      return Optional.empty();
    }
    byte[] signature = new byte[SIGNATURE_BYTES];
    random.nextBytes(signature);
    long id = ((now.toEpochMilli() - FIRST_MILLIS) << SEQUENCE_BITS) + jobs.size();
    ComplianceJob job =
        new ComplianceJob(
            Long.toString(id), type, name, resumable, HexFormat.of().formatHex(signature), now);
    jobs.put(job.id(), new Upload(job));
    return Optional.of(job);
  }

  public synchronized Optional<ComplianceJob> find(String id) {
    return Optional.ofNullable(jobs.get(id)).map(upload -> upload.job);
  }

  /** The jobs of a type, oldest first. */
  public synchronized List<ComplianceJob> ofType(String type) {
    return jobs.values().stream()
        .map(upload -> upload.job)
        .filter(job -> job.type().equals(type))
        .toList();
  }

  public synchronized Status status(ComplianceJob job, Instant now) {
    return jobs.get(job.id()).status(now);
  }

  /**
   * Takes the ids, one a line, once and in time.
   *
   * @return false if the address is not or no longer good
   */
  public synchronized boolean upload(String id, String signature, String lines, Instant now) {
    Optional<Upload> upload =
        signed(id, signature).filter(found -> found.status(now) == Status.CREATED);
    upload.ifPresent(found -> take(found, lines, now));
    return upload.isPresent();
  }

  /** Those of the ids that may not be kept, or nothing if the address is not good. */
  public synchronized Optional<List<Finding>> download(String id, String signature, Instant now) {
    return signed(id, signature)
        .filter(found -> found.status(now) == Status.COMPLETE)
        .filter(found -> now.isBefore(found.job.downloadExpiresAt()))
        .map(found -> found.findings);
  }

  /** Forgets all jobs. */
  public synchronized void clear() {
    jobs.clear();
  }

  private Optional<Upload> signed(String id, String signature) {
    return Optional.ofNullable(jobs.get(id))
        .filter(found -> found.job.signature().equals(signature));
  }

  private void take(Upload upload, String lines, Instant now) {
    upload.at = Optional.of(now);
    List<Finding> findings = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).filter(id -> !id.isEmpty()).toList()) {
      upload.readable &= ID.matcher(line).matches();
      if (upload.readable && upload.job.type().equals("users")) {
        truth.apply(line).ifPresent(findings::add);
      }
    }
    upload.findings = List.copyOf(findings);
  }
}
