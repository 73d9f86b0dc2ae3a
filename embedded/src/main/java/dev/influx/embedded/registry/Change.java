package dev.influx.embedded.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that happened to the catalogue; the journal is the list of all of them, in order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Change.Registered.class, name = "registered"),
  @JsonSubTypes.Type(value = Change.VersionDeleted.class, name = "version-deleted"),
  @JsonSubTypes.Type(value = Change.SubjectDeleted.class, name = "subject-deleted"),
  @JsonSubTypes.Type(value = Change.LevelSet.class, name = "level-set"),
  @JsonSubTypes.Type(value = Change.LevelCleared.class, name = "level-cleared"),
  @JsonSubTypes.Type(value = Change.ModeSet.class, name = "mode-set"),
  @JsonSubTypes.Type(value = Change.ModeCleared.class, name = "mode-cleared")
})
sealed interface Change {
  void applyTo(Catalogue catalogue);

  record Registered(String subject, int version, int id, String schema) implements Change {
    @Override
    public void applyTo(Catalogue catalogue) {
      catalogue.add(subject, new Version(version, id, false), schema);
    }
  }

  record VersionDeleted(String subject, int version, boolean permanent) implements Change {
    @Override
    public void applyTo(Catalogue catalogue) {
      catalogue.update(
          subject,
          before ->
              permanent
                  ? before.without(version)
                  : before.softDeleting(each -> each.number() == version));
    }
  }

  /** Takes the settings of the subject with it, as the original does. */
  record SubjectDeleted(String subject, boolean permanent) implements Change {
    @Override
    public void applyTo(Catalogue catalogue) {
      catalogue.update(
          subject,
          before ->
              permanent ? Subject.withoutVersions(subject) : before.softDeleting(each -> true));
      catalogue.levels().clear(subject);
      catalogue.modes().clear(subject);
    }
  }

  record LevelSet(String scope, CompatibilityLevel level) implements Change {
    @Override
    public void applyTo(Catalogue catalogue) {
      catalogue.levels().set(scope, level);
    }
  }

  record LevelCleared(String scope) implements Change {
    @Override
    public void applyTo(Catalogue catalogue) {
      catalogue.levels().clear(scope);
    }
  }

  record ModeSet(String scope, Mode mode) implements Change {
    @Override
    public void applyTo(Catalogue catalogue) {
      catalogue.modes().set(scope, mode);
    }
  }

  record ModeCleared(String scope) implements Change {
    @Override
    public void applyTo(Catalogue catalogue) {
      catalogue.modes().clear(scope);
    }
  }
}
