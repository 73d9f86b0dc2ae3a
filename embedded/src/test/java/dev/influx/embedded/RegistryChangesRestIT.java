package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Compatibility, deletion, levels and modes, in bare HTTP. */
class RegistryChangesRestIT extends RegistryFixture {
  @Test
  void refusesWhatIsIncompatible() {
    rest.postSchema("/subjects/s/versions", LONG);

    rest.postSchema("/subjects/s/versions", TEXT)
        .isRefused(409, 409, "incompatible with an earlier schema for subject \"s\", details: [");
    rest.postSchema("/compatibility/subjects/s/versions/latest", TEXT)
        .is("{'is_compatible':false}");
    rest.postSchema("/compatibility/subjects/s/versions", LONG_AND_B).is("{'is_compatible':true}");
    rest.postSchema("/compatibility/subjects/s/versions/1?verbose=true", LONG_AND_B)
        .is("{'is_compatible':true,'messages':[]}");
    assertThat(
            rest.postSchema("/compatibility/subjects/s/versions?verbose=true", TEXT)
                .json()
                .at("/messages/0")
                .asText())
        .contains("TYPE_MISMATCH");
  }

  @Test
  void checksAgainstVersionsThatAreThere() {
    rest.postSchema("/subjects/s/versions", LONG);

    rest.postSchema("/compatibility/subjects/new/versions/latest", TEXT)
        .is("{'is_compatible':true}");
    rest.postSchema("/compatibility/subjects/new/versions", TEXT).is("{'is_compatible':true}");
    rest.postSchema("/compatibility/subjects/new/versions/1", TEXT).isRefused(404, 40401, "'new'");
    rest.postSchema("/compatibility/subjects/s/versions/2", TEXT).isRefused(404, 40402, "2");
    rest.postSchema("/compatibility/subjects/s/versions/x", TEXT).isRefused(422, 42202, "'x'");
    rest.postSchema("/compatibility/subjects/s/versions/1", "{'a':1}").isRefused(422, 42201, "");
  }

  @Test
  void deletesInTwoSteps() {
    rest.postSchema("/subjects/s/versions", LONG);
    rest.postSchema("/subjects/s/versions", LONG_AND_B);

    rest.delete("/subjects/s/versions/1?permanent=true").isRefused(404, 40407, "Version 1");
    rest.delete("/subjects/s/versions/1").is("1");
    rest.delete("/subjects/s/versions/1").isRefused(404, 40406, "Version 1");
    rest.get("/subjects/s/versions").is("[2]");
    rest.get("/subjects/s/versions?deleted=true").is("[1,2]");
    rest.get("/subjects/s/versions?deletedOnly=true").is("[1]");
    rest.get("/subjects/s/versions/1").isRefused(404, 40402, "Version 1");
    rest.get("/subjects/s/versions/1?deleted=true").is(version("s", 1, 1, LONG));
    rest.get("/schemas/ids/1").is("{'schema':'" + escaped(LONG) + "'}");
    rest.get("/schemas/ids/1/subjects").is("[]");
    rest.get("/schemas/ids/1/subjects?deleted=true").is("['s']");
    rest.postSchema("/subjects/s", LONG).isRefused(404, 40403, "");
    rest.postSchema("/subjects/s?deleted=true", LONG).is(version("s", 1, 1, LONG));

    rest.delete("/subjects/s?permanent=true").isRefused(404, 40405, "'s'");
    rest.delete("/subjects/s").is("[2]");
    rest.delete("/subjects/s").isRefused(404, 40404, "'s'");
    rest.get("/subjects").is("[]");
    rest.get("/subjects?deleted=true").is("['s']");
    rest.get("/subjects/s/versions").isRefused(404, 40401, "'s'");

    rest.delete("/subjects/s?permanent=true").is("[1,2]");
    rest.get("/subjects?deleted=true").is("[]");
    rest.get("/schemas/ids/1").isRefused(404, 40403, "Schema 1");
    rest.postSchema("/subjects/s/versions", LONG_AND_B).is("{'id':2}");
    rest.get("/subjects/s/versions").is("[1]");
  }

  @Test
  void deletesTheLatest() {
    rest.postSchema("/subjects/s/versions", LONG);
    rest.postSchema("/subjects/s/versions", LONG_AND_B);

    rest.delete("/subjects/s/versions/latest").is("2");
    rest.get("/subjects/s/versions/latest").is(version("s", 1, 1, LONG));
    rest.delete("/subjects/s/versions/2?permanent=true").is("2");
    rest.get("/subjects/s/versions?deleted=true").is("[1]");
  }

  @Test
  void keepsCompatibilityLevels() {
    rest.get("/config").is("{'compatibilityLevel':'BACKWARD'}");
    rest.get("/config/s").isRefused(404, 40408, "'s'");
    rest.get("/config/s?defaultToGlobal=true").is("{'compatibilityLevel':'BACKWARD'}");
    rest.put("/config", "{'compatibility':'none'}").is("{'compatibility':'NONE'}");
    rest.put("/config/s", "{'compatibility':'FULL_TRANSITIVE'}")
        .is("{'compatibility':'FULL_TRANSITIVE'}");
    rest.get("/config/s").is("{'compatibilityLevel':'FULL_TRANSITIVE'}");
    rest.get("/config/t?defaultToGlobal=true").is("{'compatibilityLevel':'NONE'}");
    rest.delete("/config/s").is("{'compatibilityLevel':'FULL_TRANSITIVE'}");
    rest.delete("/config/s").isRefused(404, 40401, "'s'");
    rest.delete("/config").is("{'compatibilityLevel':'NONE'}");
    rest.get("/config").is("{'compatibilityLevel':'BACKWARD'}");

    rest.put("/config", "{'compatibility':'SIDEWAYS'}").isRefused(422, 42203, "full_transitive");
    rest.put("/config", "{}").isRefused(422, 42203, "Invalid compatibility level");
    rest.put("/config", "{'normalize':true}").isRefused(422, 422, "normalize");
  }

  @Test
  void keepsModes() {
    rest.postSchema("/subjects/s/versions", LONG);
    rest.get("/mode").is("{'mode':'READWRITE'}");
    rest.get("/mode/s").isRefused(404, 40409, "'s'");
    rest.get("/mode/s?defaultToGlobal=true").is("{'mode':'READWRITE'}");
    rest.put("/mode/s", "{'mode':'readonly'}").is("{'mode':'READONLY'}");

    rest.postSchema("/subjects/s/versions", LONG_AND_B).isRefused(422, 42205, "read-only");
    rest.delete("/subjects/s").isRefused(422, 42205, "read-only");
    rest.delete("/subjects/s/versions/1").isRefused(422, 42205, "read-only");
    rest.postSchema("/subjects/t/versions", LONG).is("{'id':1}");

    rest.delete("/mode/s").is("{'mode':'READONLY'}");
    rest.delete("/mode/s").isRefused(404, 40409, "'s'");
    rest.put("/mode", "{'mode':'READONLY'}").is("{'mode':'READONLY'}");
    rest.postSchema("/subjects/t/versions", LONG_AND_B).isRefused(422, 42205, "read-only");
    rest.delete("/mode").is("{'mode':'READONLY'}");
    rest.postSchema("/subjects/t/versions", LONG_AND_B).is("{'id':2}");
    rest.put("/mode", "{'mode':'IMPORT'}").isRefused(422, 42204, "READWRITE");
  }

  @Test
  void forgetsTheSettingsOfADeletedSubject() {
    rest.postSchema("/subjects/s/versions", LONG);
    rest.put("/config/s", "{'compatibility':'NONE'}");

    rest.delete("/subjects/s").is("[1]");

    rest.get("/config/s").isRefused(404, 40408, "'s'");
  }
}
