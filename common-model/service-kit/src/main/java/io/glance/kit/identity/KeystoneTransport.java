package io.glance.kit.identity;

import io.glance.kit.config.TrustedAuthorities;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** HTTP to Keystone: the first of its roots that answers is asked, and asked first from then on. */
final class KeystoneTransport {
  private static final Duration CONNECT = Duration.ofMillis(1500);

  private final List<URI> roots;
  private final HttpClient http;
  private final Duration timeout;
  private volatile int preferred;

  /**
   * A transport.
   *
   * @param timeout of one answer
   */
  KeystoneTransport(KeystoneSettings settings, Duration timeout) {
    this.roots = settings.urls();
    this.timeout = timeout;
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    Path caFile = settings.caFile();
    if (settings.insecure()) {
      builder.sslContext(context(new TrustManager[] {new TrustEverybody()}));
    } else if (caFile != null) {
      builder.sslContext(context(trusting(caFile)));
    }
    this.http = builder.build();
  }

  /** Sends a request to {@code <root>/v3<path>}. Fails with an IOException where none answers. */
  CompletableFuture<HttpResponse<String>> send(
      String path, Function<HttpRequest.Builder, HttpRequest.Builder> request) {
    return send(path, request, preferred, 1);
  }

  private CompletableFuture<HttpResponse<String>> send(
      String path,
      Function<HttpRequest.Builder, HttpRequest.Builder> request,
      int root,
      int attempt) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(roots.get(root) + "/v3" + path)).timeout(timeout);
    return http.sendAsync(request.apply(builder).build(), BodyHandlers.ofString())
        .whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                preferred = root;
              }
            })
        .exceptionallyCompose(
            failure -> {
              if (attempt < roots.size() && unwrap(failure) instanceof IOException) {
                return send(path, request, (root + 1) % roots.size(), attempt + 1);
              }
              return CompletableFuture.failedFuture(unwrap(failure));
            });
  }

  /** The failure inside the wrappings of futures. */
  static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? unwrap(cause) : failure;
  }

  private static SSLContext context(TrustManager[] trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("failed to set TLS up", e);
    }
  }

  private static TrustManager[] trusting(Path caFile) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(TrustedAuthorities.load("keystone_authtoken", "cafile", caFile));
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("failed to set TLS up", e);
    }
  }

  /** For {@code insecure=true}: of this type, because any other leaves the name check on. */
  private static final class TrustEverybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
