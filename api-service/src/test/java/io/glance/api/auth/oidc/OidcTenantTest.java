package io.glance.api.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.kit.config.IniSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OidcTenantTest {
  private static Optional<List<String>> audience(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("oidc.auth_server_url", "http://127.0.0.1:1/realm");
    return OidcTenant.tenant(IniSettings.of(all)).token().audience();
  }

  @Test
  void tokensForOtherServicesAreRefusedUnlessTheOperatorWantsThem() {
    assertThat(audience(Map.of())).contains(List.of("glance"));
    assertThat(audience(Map.of("oidc.client_id", "images"))).contains(List.of("images"));
    assertThat(audience(Map.of("oidc.audience", "a,b"))).contains(List.of("a", "b"));
    assertThat(audience(Map.of("oidc.audience", "any"))).isEmpty();
  }
}
