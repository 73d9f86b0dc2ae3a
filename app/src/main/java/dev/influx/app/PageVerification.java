package dev.influx.app;

import dev.influx.monitor.facts.SnapshotFacts.Verification;
import dev.influx.schemas.published.Sha256Hex;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the files of snapshots are what their manifests say, for the page. */
final class PageVerification {
  private static final Logger LOG = LoggerFactory.getLogger(PageVerification.class);
  private static final Duration LIST_EVERY = Duration.ofMinutes(1);
  private static final Duration READING = Duration.ofMillis(500);

  private final Map<String, Verification> verified = new HashMap<>();
  private Instant listVerifiedAt = Instant.MIN;

  /**
   * Again and again, for it is what people read; the whole of it is read.
   *
   * @param manifest of the list that is published in the directory
   */
  void ofList(Path directory, String list, PageManifest manifest, Instant now) {
    boolean known = verified.containsKey(manifest.id());
    if (known && listVerifiedAt.plus(LIST_EVERY).isAfter(now)) {
      return;
    }
    try {
      boolean same = hash(directory.resolve(list)).equals(manifest.sha256());
      boolean stillThere =
          PageManifest.in(directory).filter(it -> it.id().equals(manifest.id())).isPresent();
      if (stillThere) {
        verified.put(manifest.id(), result(same, list, now));
        listVerifiedAt = now;
      }
    } catch (IOException e) {
      LOG.debug("the list in {} cannot be read", directory, e);
    }
  }

  /**
   * Once, for they do not change; a few at a time, for lists may be long.
   *
   * @param archives by the directories of their snapshots
   * @param names of the files that each of them keeps
   */
  void ofArchives(Map<Path, PageManifest> archives, Collection<String> names, Instant now) {
    long end = System.nanoTime() + READING.toNanos();
    archives.forEach(
        (directory, manifest) -> {
          if (!verified.containsKey(manifest.id()) && end - System.nanoTime() > 0) {
            ofArchive(directory, manifest, names, now);
          }
        });
  }

  private void ofArchive(
      Path directory, PageManifest manifest, Collection<String> names, Instant now) {
    try {
      List<String> differing = new ArrayList<>();
      for (Map.Entry<String, Optional<String>> file : manifest.hashes().entrySet()) {
        String name = file.getKey();
        if (names.contains(name) && !hash(directory.resolve(name)).equals(file.getValue())) {
          differing.add(name);
        }
      }
      verified.put(manifest.id(), result(differing.isEmpty(), String.join(", ", differing), now));
    } catch (IOException e) {
      LOG.debug("the snapshot in {} cannot be read", directory, e);
    }
  }

  /** Of the others nobody will ask again. */
  void forgetBut(Collection<String> snapshots) {
    verified.keySet().retainAll(snapshots);
  }

  /** What came of it, if anything yet. */
  Verification of(String snapshot) {
    return verified.getOrDefault(snapshot, Verification.none());
  }

  private static Verification result(boolean same, String what, Instant now) {
    return new Verification(
        same ? "verified" : "failed",
        Optional.of(now),
        same ? List.of() : List.of(what + ": not the hash that the manifest names"));
  }

  private static Optional<String> hash(Path file) throws IOException {
    MessageDigest digest = Sha256Hex.newDigest();
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Optional.of(Sha256Hex.of(digest));
  }
}
