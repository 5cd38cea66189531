package io.glance.api.v2.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.FakeData;
import io.glance.api.testing.FakeRegistry;
import io.glance.api.testing.FakeStores;
import io.glance.api.testing.TestSettings;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the image resources share: the API over HTTP, a registry in memory. */
abstract class ImageApiTestBase {
  static final String ID = "22222222-2222-2222-2222-222222222222";
  static final String PATH = "/v2/images/" + ID;

  @Inject FakeRegistry registry;
  @Inject FakeStores stores;
  @Inject FakeData data;
  @Inject TestSettings settings;

  @BeforeEach
  void startAfresh() {
    registry.reset();
    stores.reset();
    data.removed.clear();
    settings.reset();
  }

  static void assertRefused(Response response, int status, String message) {
    assertThat(response.path("message").toString()).contains(message);
    assertThat(response.statusCode()).isEqualTo(status);
  }

  static void assertStatus(Response response, int status) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
  }
}
