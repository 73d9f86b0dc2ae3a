package dev.influx.sink.files;

import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.snapshot.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Brings published files back that somebody lost or spoilt, from the archive. */
final class Restoration {
  private final Path data;
  private final Manifest manifest;

  Restoration(Path data, Manifest manifest) {
    this.data = data;
    this.manifest = manifest;
  }

  /** Whether all files are now as the manifest says. */
  boolean done() throws IOException {
    return isWhole() || (restore() && isWhole());
  }

  private boolean isWhole() throws IOException {
    for (Manifest.File file : manifest.files()) {
      if (!isWhole(file)) {
        return false;
      }
    }
    return SnapshotArchive.of(data).find(manifest.snapshotId()).isPresent();
  }

  private boolean isWhole(Manifest.File file) throws IOException {
    Path path = data.resolve(file.path());
    try {
      return Files.size(path) == file.bytes() && sha256(path).equals(file.sha256());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256Hex.newDigest();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    return Sha256Hex.of(digest);
  }

  private boolean restore() throws IOException {
    Optional<StoredSnapshot> stored = SnapshotArchive.of(data).find(manifest.snapshotId());
    if (stored.isEmpty()) {
      return false;
    }
    Path packed = stored.get().directory().resolve(StoredSnapshot.AUTHORS);
    copy(PublishDirectory.PACKED, out -> Files.copy(packed, out));
    copy(
        PublishDirectory.LATEST,
        out -> {
          try (InputStream lines = stored.get().openAuthors()) {
            lines.transferTo(out);
          }
        });
    return true;
  }

  private void copy(String name, StagedFile.Content content) throws IOException {
    try (StagedFile file = StagedFile.write(data.resolve(name), content)) {
      file.putInPlace();
    }
  }
}
