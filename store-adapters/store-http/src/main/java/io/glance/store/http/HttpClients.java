package io.glance.store.http;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Builds the client a store's settings ask for. */
final class HttpClients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private HttpClients() {}

  static HttpClient of(StoreSettings settings) throws StoreException {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT);
    String authorities = settings.text(HttpStoreType.CA_FILE);
    if (authorities != null && !authorities.isBlank()) {
      client.sslContext(believing(authorities.strip()));
    } else if (settings.flag(HttpStoreType.INSECURE)) {
      client.sslContext(context(new TrustManager[] {new CredulousTrust()}));
    }
    Map<String, InetSocketAddress> proxies = proxies(settings);
    return (proxies.isEmpty() ? client : client.proxy(new Proxies(proxies))).build();
  }

  private static SSLContext believing(String pemFile) throws StoreException {
    try (InputStream in = Files.newInputStream(Path.of(pemFile))) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca-" + number++, one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return context(trust.getTrustManagers());
    } catch (IOException | GeneralSecurityException e) {
      throw new StoreException(
          Kind.INVALID, HttpStoreType.CA_FILE + ": not a readable PEM file", e);
    }
  }

  private static SSLContext context(TrustManager[] trust) throws StoreException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new StoreException(Kind.BROKEN, "no TLS on this machine", e);
    }
  }

  /** {@code http:10.0.0.1:3128,https:10.0.0.1:1080} by scheme. */
  private static Map<String, InetSocketAddress> proxies(StoreSettings settings)
      throws StoreException {
    String text = settings.text(HttpStoreType.PROXY);
    Map<String, InetSocketAddress> proxies = new HashMap<>();
    for (String item : text == null ? List.<String>of() : List.of(text.split(","))) {
      if (!item.isBlank()) {
        int scheme = item.indexOf(':');
        int port = item.lastIndexOf(':');
        try {
          proxies.put(
              item.substring(0, scheme).strip().toLowerCase(Locale.ROOT),
              InetSocketAddress.createUnresolved(
                  item.substring(scheme + 1, port).strip(),
                  Integer.parseInt(item.substring(port + 1).strip())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
          throw new StoreException(
              Kind.INVALID, HttpStoreType.PROXY + ": not of the form scheme:host:port", e);
        }
      }
    }
    return proxies;
  }

  private static final class Proxies extends ProxySelector {
    private final Map<String, InetSocketAddress> byScheme;

    Proxies(Map<String, InetSocketAddress> byScheme) {
      this.byScheme = byScheme;
    }

    @Override
    public List<Proxy> select(URI uri) {
      InetSocketAddress proxy = byScheme.get(uri.getScheme().toLowerCase(Locale.ROOT));
      return List.of(
          proxy == null
              ? Proxy.NO_PROXY
              : new Proxy(
                  Proxy.Type.HTTP, new InetSocketAddress(proxy.getHostString(), proxy.getPort())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
      // the request fails by itself
    }
  }
}
