package io.glance.store.http;

import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreOption;
import io.glance.store.spi.StoreOption.Kind;
import io.glance.store.spi.StoreSettings;
import io.glance.store.spi.StoreType;
import java.util.List;
import java.util.Set;

/**
 * Images that web servers have (STORE-09). Read-only.
 *
 * <p>Source of options and meanings: glance_store/_drivers/http.py.
 */
public final class HttpStoreType implements StoreType {
  static final String CA_FILE = "https_ca_certificates_file";
  static final String INSECURE = "https_insecure";
  static final String PROXY = "http_proxy_information";

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("http", "https");
  }

  @Override
  public List<StoreOption> options() {
    return List.of(
        StoreOption.of(
            CA_FILE,
            Kind.TEXT,
            null,
            "PEM file of the authorities to believe; when set, " + INSECURE + " is ignored."),
        StoreOption.of(
            INSECURE, Kind.BOOLEAN, "true", "Believes every certificate, as Glance does."),
        StoreOption.of(PROXY, Kind.TEXT, "", "Proxies as scheme:host:port, separated by commas."));
  }

  @Override
  public Set<String> claims(StoreSettings settings) {
    return Set.of("the web: there can be one http store");
  }

  @Override
  public Store open(StoreSettings settings) throws StoreException {
    return new HttpStore(settings.id(), HttpClients.of(settings), AddressPolicy.DEFAULT);
  }
}
