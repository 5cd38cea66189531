package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.target.Auth;
import io.glance.e2e.target.DiffersFromPeer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BlackBoxStoresIT extends BlackBox {
  @Test
  @DisplayName("STORE-01 STORE-05: the stores, with marks as strings and only where true")
  void theStores() {
    assertThat(owner.get("/v2/info/stores").expect(200).json())
        .isEqualTo(
            Json.read(
                "{\"stores\":[{\"id\":\"file\",\"default\":\"true\"},{\"id\":\"file2\"},"
                    + "{\"id\":\"http\",\"read-only\":\"true\"}]}"));
  }

  @Test
  @DisplayName("STORE-02 POL-16: details are for admins")
  void detailsAreForAdmins() {
    assumeTrue(target.auth() != Auth.NONE, "nobody has a role here");
    as(Persona.MEMBER).get("/v2/info/stores/detail").expect(403);
    as(Persona.READER).get("/v2/info/stores/detail").expect(403);
    JsonNode stores = admin().get("/v2/info/stores/detail").expect(200).json().path("stores");
    assertThat(Json.texts(stores, "id")).isEqualTo(List.of("file", "file2", "http"));
    assertThat(Json.texts(stores, "type")).isEqualTo(List.of("file", "file", "http"));
    assertThat(Json.names(stores.at("/0/properties")))
        .containsExactlyInAnyOrder("data_dir", "chunk_size", "thin_provisioning");
    assertThat(stores.at("/2/properties").isObject()).isTrue();
    assertThat(stores.at("/2/properties")).isEmpty();
    assertThat(stores.at("/2/read-only").asText()).isEqualTo("true");
  }

  @Test
  @DisplayName("STORE-02 STORE-04: details tell the weight")
  @DiffersFromPeer("STORE-02: Zed doesn't tell the weight")
  void detailsTellTheWeight() {
    JsonNode stores = admin().get("/v2/info/stores/detail").expect(200).json().path("stores");
    assertThat(stores.at("/0/weight").asInt(-1)).isZero();
  }

  @Test
  @DisplayName("IMP-02: the import methods are an array schema with its values")
  void theImportMethods() {
    JsonNode methods = owner.get("/v2/info/import").expect(200).json();
    assertThat(Json.names(methods)).containsExactly("import-methods");
    JsonNode inner = methods.path("import-methods");
    assertThat(Json.names(inner)).containsExactly("description", "type", "value");
    assertThat(inner.path("description").asText()).isEqualTo("Import methods available.");
    assertThat(inner.path("type").asText()).isEqualTo("array");
    assertThat(inner.path("value").isArray()).isTrue();
  }
}
