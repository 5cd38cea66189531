package io.glance.store.http;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests with redirects followed by hand: each is judged by the address policy (STORE-09). */
record Exchange(HttpClient client, AddressPolicy policy, Timeouts timeouts) {
  private static final int MAX_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** An answer and where it came from in the end. */
  record Answer(HttpLocation location, HttpResponse<StallingBody> response) {
    int status() {
      return response.statusCode();
    }

    @Nullable String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    /** Bytes the answer announces; below 0 where it doesn't. */
    long length() {
      String text = header("Content-Length");
      return text == null || !text.matches("\\d{1,18}") ? -1 : Long.parseLong(text);
    }

    void discard() {
      response.body().close();
    }
  }

  /** HEAD. */
  Answer head(HttpLocation location) throws StoreException {
    return send("HEAD", location, 0, null);
  }

  /**
   * GET from a byte on.
   *
   * @param validator ETag or date the bytes must still have; null for none
   */
  Answer get(HttpLocation location, long from, @Nullable String validator) throws StoreException {
    return send("GET", location, from, validator);
  }

  private Answer send(String method, HttpLocation first, long from, @Nullable String validator)
      throws StoreException {
    HttpLocation location = first;
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      policy.check(location.uri().getHost().replaceAll("^\\[|\\]$", ""));
      Answer answer = new Answer(location, once(request(method, location, from, validator)));
      if (!REDIRECTS.contains(answer.status())) {
        return answer;
      }
      answer.discard();
      String target = answer.header("Location");
      if (target == null) {
        throw new StoreException(Kind.BAD_LOCATION, "a redirect leads nowhere");
      }
      location = location.redirected(target);
    }
    throw new StoreException(Kind.BAD_LOCATION, "more than " + MAX_REDIRECTS + " redirects");
  }

  private HttpRequest request(
      String method, HttpLocation location, long from, @Nullable String validator) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(location.uri())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(timeouts.headers())
            .header("Accept-Encoding", "identity");
    if (location.authorization() != null) {
      request.header("Authorization", location.authorization());
    }
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
      if (validator != null) {
        request.header("If-Range", validator);
      }
    }
    return request.build();
  }

  private HttpResponse<StallingBody> once(HttpRequest request) throws StoreException {
    try {
      return client.send(request, info -> new StallingBody(timeouts.stall()));
    } catch (IOException e) {
      throw new StoreException(Kind.UNAVAILABLE, "the server can't be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Kind.CANCELLED, "interrupted", e);
    }
  }
}
