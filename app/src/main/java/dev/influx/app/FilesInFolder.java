package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.monitor.dashboards.DashboardFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A folder with files for Prometheus and Grafana, or without them yet. */
record FilesInFolder(Path folder) {

  /** Those that are there and say something else. */
  List<String> others(List<DashboardFile> files) throws IOException {
    List<String> others = new ArrayList<>();
    for (DashboardFile file : files) {
      if (Files.exists(at(file)) && !says(file)) {
        others.add(file.path());
      }
    }
    return others;
  }

  /** Writes one, whole or not at all; false if it is there as it should be. */
  boolean write(DashboardFile file) throws IOException {
    if (says(file)) {
      return false;
    }
    Path target = at(file);
    Files.createDirectories(target.getParent());
    Path unfinished = target.resolveSibling(target.getFileName() + ".tmp");
    try {
      Files.writeString(unfinished, file.text());
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return true;
  }

  private boolean says(DashboardFile file) throws IOException {
    return Files.isRegularFile(at(file))
        && new String(Files.readAllBytes(at(file)), UTF_8).equals(file.text());
  }

  private Path at(DashboardFile file) {
    return folder.resolve(file.path());
  }
}
