package io.glance.store.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.StoreSettings;
import io.glance.store.testkit.StoreFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on the loopback whose faults a test chooses. */
final class HttpFixture implements StoreFixture {
  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final Map<String, String> redirects = new ConcurrentHashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();

  volatile boolean ranges = true;
  volatile boolean validators = true;
  volatile int status;
  volatile boolean refusesHead;

  /** The connection breaks after so many bytes of a body, once. */
  volatile int breakAfter = -1;

  /** Nothing more is sent after so many bytes. */
  volatile int stallAfter = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  HttpFixture() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** A store that gives up soon. */
  Store impatient() throws Exception {
    Timeouts timeouts = new Timeouts(Duration.ofMillis(500), Duration.ofMillis(300));
    return new HttpStore(
        "web", new Exchange(HttpClient.newHttpClient(), AddressPolicy.DEFAULT, timeouts));
  }

  @Override
  public Store open() throws Exception {
    return new HttpStoreType().open(new StoreSettings("web", Map.of("https_insecure", "True")));
  }

  @Override
  public Set<String> objects() {
    return files.keySet();
  }

  @Override
  public StoreLocation seed(String imageId, byte[] bytes) {
    files.put("/" + imageId, bytes);
    return new StoreLocation(url("/" + imageId));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String auth = exchange.getRequestHeaders().getFirst("Authorization");
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + (range == null ? "" : " " + range)
            + (auth == null ? "" : " " + auth));
    String path = exchange.getRequestURI().getPath();
    if (redirects.containsKey(path)) {
      exchange.getResponseHeaders().set("Location", redirects.get(path));
      exchange.sendResponseHeaders(302, -1);
    } else if (status != 0) {
      exchange.sendResponseHeaders(status, -1);
    } else if (refusesHead && exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(403, -1);
    } else if (!files.containsKey(path)) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      send(exchange, files.get(path), range);
    }
    exchange.close();
  }

  private void send(HttpExchange exchange, byte[] bytes, String range) throws IOException {
    boolean part = ranges && range != null;
    int start = part ? Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1")) : 0;
    int length = bytes.length - start;
    if (validators) {
      exchange.getResponseHeaders().set("ETag", "\"" + bytes.length + "\"");
    }
    if (part) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + start + "-" + (bytes.length - 1) + "/" + bytes.length);
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(part ? 206 : 200, length == 0 ? -1 : length);
    try (OutputStream out = exchange.getResponseBody()) {
      int cut = Math.max(breakAfter, stallAfter);
      if (cut < 0 || cut >= length) {
        out.write(bytes, start, length);
        return;
      }
      out.write(bytes, start, cut);
      out.flush();
      if (stallAfter >= 0) {
        Thread.sleep(60_000);
      }
      breakAfter = -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
