package dev.influx.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures were measured on. */
public record Machine(
    int processors, Optional<String> processor, long memoryBytes, String system, String java) {

  /** The machine and the JDK that run this. */
  public static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        processorName(),
        system.getTotalMemorySize(),
        system.getName() + " " + system.getArch(),
        System.getProperty("java.vm.name") + " " + Runtime.version());
  }

  private static Optional<String> processorName() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** One line for people. */
  public String describe() {
    return processors
        + " vCPUs"
        + processor.map(name -> " (" + name + ")").orElse("")
        + ", "
        + (memoryBytes >> 30)
        + " GiB, "
        + system
        + ", "
        + java;
  }
}
