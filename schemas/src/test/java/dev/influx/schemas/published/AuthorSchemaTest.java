package dev.influx.schemas.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorSchemaTest {

  @Test
  void isNamedByIdVersionAndContent() {
    assertThat(AuthorSchema.CURRENT.id()).isEqualTo("urn:influx:schema:author:1");
    assertThat(AuthorSchema.CURRENT.version()).isEqualTo("1");
    assertThat(AuthorSchema.EARLIER.id()).isEqualTo("urn:influx:schema:earlier-author:1");
    assertThat(List.of(AuthorSchema.CURRENT.sha256(), AuthorSchema.EARLIER.sha256()))
        .doesNotHaveDuplicates()
        .allMatch(sha256 -> sha256.matches("[0-9a-f]{64}"));
  }

  /** But for the location, which a policy may withhold. */
  @Test
  void aCurrentAuthorHasEveryKeyAndNoOther() {
    List<JsonNode> objects = new ArrayList<>();
    objects(AuthorSchema.CURRENT.document(), objects);

    assertThat(objects).hasSize(6);
    for (JsonNode object : objects) {
      assertThat(object.path("additionalProperties").isBoolean()).isTrue();
      assertThat(keys(object.get("properties")))
          .containsAll(object.get("required").valueStream().map(JsonNode::textValue).toList())
          .hasSizeBetween(object.get("required").size(), object.get("required").size() + 1);
    }
  }

  private static void objects(JsonNode schema, List<JsonNode> found) {
    if (schema.has("properties")) {
      found.add(schema);
    }
    schema.forEach(part -> objects(part, found));
  }

  private static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
