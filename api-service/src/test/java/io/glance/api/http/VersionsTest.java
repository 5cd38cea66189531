package io.glance.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
  private static final String OLD = " 7 6 5 4 3 2 1 0";

  // VER-04, VER-05, VER-06, VER-07
  @ParameterizedTest
  @CsvSource({
    "true, true, 18, 18 17 16 15 14 13 12 11 10 9 8",
    "true, false, 18, 18 17 16 15 14 9",
    "false, true, 17, 15 13 12 11 10 9 8 17",
    "false, false, 17, 15 9 17",
  })
  void listsMinorsInGlancesOrder(boolean cache, boolean multi, String current, String minors)
      throws IOException {
    Versions versions = new Versions(cache, multi);
    JsonNode document = new ObjectMapper().readTree(versions.document("http://h"));
    List<String> listed = new ArrayList<>();
    for (JsonNode version : document.get("versions")) {
      String minor = version.get("id").asText().replace("v2.", "");
      listed.add(minor);
      assertThat(version.get("status").asText())
          .isEqualTo(minor.equals(current) ? "CURRENT" : "SUPPORTED");
      assertThat(version.at("/links/0/href").asText()).isEqualTo("http://h/v2/");
      assertThat(versions.knows("v2." + minor)).isTrue();
    }
    assertThat(String.join(" ", listed)).isEqualTo(minors + OLD);
  }

  // VER-08
  @ParameterizedTest
  @CsvSource({
    "v2, true, true, true",
    "v2.8, true, false, false",
    "v2.8, true, true, true",
    "v2.14, false, true, false",
    "v2.14, true, false, true",
    "v2.18, false, true, false",
    "v2.15, false, false, true",
    "v2.17, false, false, true",
    "v2.19, true, true, false",
    "v1, true, true, false",
    "2.5, true, true, false",
  })
  void knowsWhatIsOnOffer(String version, boolean cache, boolean multi, boolean known) {
    assertThat(new Versions(cache, multi).knows(version)).isEqualTo(known);
  }
}
