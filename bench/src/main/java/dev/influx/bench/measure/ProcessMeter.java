package dev.influx.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Reads what the operating system knows of another process: its CPU time and its memory. */
public final class ProcessMeter {
  private static final long BYTES_PER_KIB = 1024;

  private final ProcessHandle process;

  public ProcessMeter(ProcessHandle process) {
    this.process = process;
  }

  /** User and system time since its start. */
  public Duration cpu() {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new UnableToMeasureException("the CPU time of process", process.pid()));
  }

  /** The most memory it ever had resident; empty where the system does not say. */
  public OptionalLong peakResidentBytes() {
    return statusBytes("VmHWM");
  }

  /** The memory it has resident now; empty where the system does not say. */
  public OptionalLong residentBytes() {
    return statusBytes("VmRSS");
  }

  private OptionalLong statusBytes(String field) {
    try {
      return statusBytes(Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")), field);
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      if (!process.isAlive()) {
        return OptionalLong.empty();
      }
      throw new UnableToMeasureException("the memory of process " + process.pid(), e);
    }
  }

  static OptionalLong statusBytes(List<String> status, String field) {
    return status.stream()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KIB)
        .findFirst();
  }
}
