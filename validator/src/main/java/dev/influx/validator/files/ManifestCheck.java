package dev.influx.validator.files;

import dev.influx.schemas.published.AuthorSchema;
import dev.influx.validator.files.CheckedAuthor.Place;
import java.util.Objects;
import java.util.function.Consumer;

/** Compares what a manifest says with what is in the file. */
final class ManifestCheck {
  private final Manifest manifest;
  private final Consumer<Fault> faults;

  ManifestCheck(Manifest manifest, Consumer<Fault> faults) {
    this.manifest = manifest;
    this.faults = faults;
  }

  /**
   * Once the whole file was read.
   *
   * @param first the place of the first author, null in an empty list
   */
  void check(long authors, String sha256, Place first) {
    compare(Code.MANIFEST_COUNT, "count", manifest.count(), authors);
    compare(Code.MANIFEST_SHA256, "sha256", manifest.sha256(), sha256);
    compare(
        Code.MANIFEST_SCHEMA,
        "schema.sha256",
        manifest.schemaSha256(),
        AuthorSchema.CURRENT.sha256());
    if (first != null) {
      compare(Code.MANIFEST_POLICY, "policy.sha256", manifest.policySha256(), first.policy());
      compare(Code.MANIFEST_POLICY, "score_version", manifest.scoreVersion(), first.scoreVersion());
    }
  }

  private void compare(Code code, String key, Object stated, Object found) {
    if (!Objects.equals(stated, found)) {
      faults.accept(
          code.ofFile("the manifest says " + key + " " + stated + ", the file has " + found));
    }
  }
}
