package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering and finding, in bare HTTP. */
class RegistryRestIT extends RegistryFixture {
  @Test
  void answersAtTheRootInItsOwnContentType() {
    RestProbe.Answer answer = rest.get("/").is("{}");

    assertThat(answer.response().headers().firstValue("Content-Type"))
        .contains("application/vnd.schemaregistry.v1+json");
    assertThat(registry.uri())
        .isEqualTo(URI.create("http://127.0.0.1:" + registry.settings().port()));
  }

  @Test
  void registersAndFinds() {
    rest.get("/subjects").is("[]");
    rest.postSchema("/subjects/s/versions", LONG).is("{'id':1}");
    rest.postSchema("/subjects/s/versions", LONG.replace(",", " , ")).is("{'id':1}");
    rest.postSchema("/subjects/s/versions", LONG_AND_B).is("{'id':2}");
    rest.postSchema("/subjects/t/versions", LONG).is("{'id':1}");

    rest.get("/subjects").is("['s','t']");
    rest.get("/subjects/s/versions").is("[1,2]");
    rest.postSchema("/subjects/s", LONG_AND_B).is(version("s", 2, 2, LONG_AND_B));
    rest.get("/subjects/s/versions/1").is(version("s", 1, 1, LONG));
    rest.get("/subjects/s/versions/latest").is(version("s", 2, 2, LONG_AND_B));
    rest.get("/subjects/s/versions/-1").is(version("s", 2, 2, LONG_AND_B));
    rest.get("/subjects/s/versions/1/schema").is(LONG);
    rest.get("/subjects/s/versions/1/referencedby").is("[]");
  }

  @Test
  void findsById() {
    rest.postSchema("/subjects/s/versions", LONG);
    rest.postSchema("/subjects/s/versions", LONG_AND_B);
    rest.postSchema("/subjects/t/versions", LONG);

    rest.get("/schemas/ids/1").is("{'schema':'" + escaped(LONG) + "'}");
    rest.get("/schemas/ids/1?fetchMaxId=true&subject=s")
        .is("{'schema':'" + escaped(LONG) + "','maxId':2}");
    rest.get("/schemas/ids/1/schema").is(LONG);
    rest.get("/schemas/ids/1/subjects").is("['s','t']");
    rest.get("/schemas/ids/1/versions")
        .is("[{'subject':'s','version':1},{'subject':'t','version':1}]");
    rest.get("/schemas/types").is("['AVRO']");
    rest.get("/schemas?subjectPrefix=s&latestOnly=true")
        .is("[" + version("s", 2, 2, LONG_AND_B) + "]");
    rest.get("/schemas?offset=1&limit=1").is("[" + version("s", 2, 2, LONG_AND_B) + "]");
  }

  @Test
  void refusesWhatIsNotThere() {
    rest.postSchema("/subjects/s/versions", LONG);

    rest.get("/subjects/x/versions").isRefused(404, 40401, "Subject 'x' not found.");
    rest.get("/subjects/x/versions/1").isRefused(404, 40401, "'x'");
    rest.postSchema("/subjects/x", LONG).isRefused(404, 40401, "'x'");
    rest.delete("/subjects/x").isRefused(404, 40401, "'x'");
    rest.delete("/subjects/x/versions/1").isRefused(404, 40401, "'x'");
    rest.get("/subjects/s/versions/2").isRefused(404, 40402, "Version 2 not found.");
    rest.delete("/subjects/s/versions/2").isRefused(404, 40402, "Version 2");
    rest.get("/subjects/s/versions/2/referencedby").isRefused(404, 40402, "Version 2");
    rest.postSchema("/subjects/s", TEXT).isRefused(404, 40403, "not found");
    rest.get("/schemas/ids/2").isRefused(404, 40403, "Schema 2 not found");
    rest.get("/schemas/ids/2/subjects").isRefused(404, 40403, "Schema 2");
    rest.get("/schemas/ids/2/versions").isRefused(404, 40403, "Schema 2");
    rest.get("/schemas/ids/one").isRefused(404, 404, "Not Found");
    rest.get("/nothing/here").isRefused(404, 404, "Not Found");
    rest.send("PATCH", "/subjects", "").isRefused(405, 405, "Not Allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2", "first", "2147483648", "1.0"})
  void refusesWhatIsNoVersion(String version) {
    rest.get("/subjects/s/versions/" + version).isRefused(422, 42202, "'" + version + "'");
    rest.delete("/subjects/s/versions/" + version).isRefused(422, 42202, "'" + version + "'");
  }

  @Test
  void refusesWhatIsNoSchema() {
    String path = "/subjects/s/versions";
    rest.postSchema(path, "{'type':'recor'}").isRefused(422, 42201, "Invalid schema");
    rest.postSchema(path, "").isRefused(422, 42201, "empty");
    rest.post(path, "{}").isRefused(422, 42201, "empty");
    rest.post(path, "{'schema':'\\'int\\'','schemaType':'PROTOBUF'}")
        .isRefused(422, 42201, "PROTOBUF");
    rest.post(path, "{'schema':'\\'int\\'','references':[{'name':'a','subject':'b','version':1}]}")
        .isRefused(422, 42201, "references");
    rest.post(path, "{'schema':'\\'int\\'','ruleSet':{}}").isRefused(422, 42201, "rules");
    rest.post(path, "{'schema':'\\'int\\'','id':7}").isRefused(422, 42205, "import mode");
    rest.post(path, "{'shema':'x'}").isRefused(422, 422, "Unrecognized field: shema");
    rest.post(path, "{'schema':").isRefused(400, 400, "");
    rest.post(path, "[1]").isRefused(400, 400, "");
    rest.post(path, "").isRefused(422, 422, "no body");
    rest.post(path, "x".repeat(9_000_000)).isRefused(413, 413, "larger than");
    rest.postSchema("/subjects/__GLOBAL/versions", LONG).isRefused(422, 42208, "__GLOBAL");
    rest.postSchema("/subjects/%0A/versions", LONG).isRefused(422, 42208, "");
    rest.get("/subjects").is("[]");
    rest.post(path, "{'schema':'\\'int\\'','schemaType':'AVRO','references':[],'id':null}")
        .is("{'id':1}");
  }

  @Test
  void readsNamesAsTheyWereWritten() {
    rest.postSchema("/subjects/a%2Fb+c%20d%C3%A4/versions", LONG).is("{'id':1}");

    rest.get("/subjects").is("['a/b+c dä']");
    rest.get("/subjects?subjectPrefix=a%2Fb%2B").is("['a/b+c dä']");
    rest.get("/subjects?subjectPrefix=:*:a").is("['a/b+c dä']");
    rest.get("/subjects?subjectPrefix=b").is("[]");
    rest.get("/subjects/a%2Fb+c%20d%C3%A4/versions").is("[1]");
  }

  @Test
  void pages() {
    IntStream.range(0, 5).forEach(i -> rest.postSchema("/subjects/s" + i + "/versions", LONG));

    rest.get("/subjects?offset=1&limit=2").is("['s1','s2']");
    rest.get("/subjects?offset=4").is("['s4']");
    rest.get("/subjects?limit=0").is("[]");
    rest.get("/subjects?limit=x").isRefused(404, 404, "");
  }
}
