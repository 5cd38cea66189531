package io.glance.api.v2.info;

import io.glance.api.auth.CallerContext;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.http.PythonJson;
import io.glance.kit.policy.Policy;
import io.glance.model.error.GlanceException;
import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.StoreCatalog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /v2/info/…}: what this site offers (IMP-02, STORE-01, STORE-02, QUO-09). */
@Path("/v2/info")
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveryResource {
  private static final String DETAIL_RULE = "stores_info_detail";

  private final GlanceSettings settings;
  private final StoreCatalog stores;
  private final Policy policy;
  private final CallerContext caller;

  DiscoveryResource(
      GlanceSettings settings, StoreCatalog stores, Policy policy, CallerContext caller) {
    this.settings = settings;
    this.stores = stores;
    this.policy = policy;
    this.caller = caller;
  }

  @GET
  @Path("import")
  public byte[] importMethods() {
    Map<String, Object> methods = new LinkedHashMap<>();
    methods.put("description", "Import methods available.");
    methods.put("type", "array");
    methods.put("value", settings.list("DEFAULT", "enabled_import_methods"));
    return PythonJson.ascii(Map.of("import-methods", methods));
  }

  @GET
  @Path("stores")
  public byte[] stores() {
    requireMultiStore();
    return PythonJson.ascii(
        Map.of("stores", stores.stores().stream().map(DiscoveryResource::brief).toList()));
  }

  @GET
  @Path("stores/detail")
  public byte[] storesInDetail() {
    requireMultiStore();
    if (!policy.allows(DETAIL_RULE, Map.of(), caller.get())) {
      throw GlanceException.forbidden(
          "You are not authorized to complete " + DETAIL_RULE + " action.");
    }
    List<Map<String, Object>> detailed =
        stores.stores().stream().map(DiscoveryResource::detail).toList();
    return PythonJson.ascii(Map.of("stores", detailed));
  }

  /** Unified limits are not supported yet, and so off. */
  @GET
  @Path("usage")
  public byte[] usage() {
    return PythonJson.bytes(Map.of("usage", Map.of()));
  }

  private void requireMultiStore() {
    if (!stores.multiStore()) {
      throw GlanceException.notFound("Multi backend is not supported at this site.");
    }
  }

  private static Map<String, Object> brief(ConfiguredStore store) {
    Map<String, Object> brief = new LinkedHashMap<>();
    brief.put("id", store.id());
    if (store.description() != null && !store.description().isEmpty()) {
      brief.put("description", store.description());
    }
    if (store.isDefault()) {
      brief.put("default", "true");
    }
    if (store.readOnly()) {
      brief.put("read-only", "true");
    }
    return brief;
  }

  private static Map<String, Object> detail(ConfiguredStore store) {
    Map<String, Object> detail = brief(store);
    detail.put("type", store.store().type());
    detail.put("weight", store.weight());
    detail.put("properties", store.store().properties());
    return detail;
  }
}
