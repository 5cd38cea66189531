package io.glance.kit.identity;

import io.glance.model.RequestContext;
import java.util.Optional;

/**
 * Tells who sends a request, by the flavor of {@code [paste_deploy]} (rows AUTH-01 to AUTH-07).
 *
 * <p>Both services have one as a bean. Where it {@link #mayWait()}, call it on a worker thread.
 */
public interface Authenticator {
  /**
   * The caller of a request.
   *
   * @param requestId {@code req-UUID} of the request
   * @throws io.glance.model.error.GlanceException UNAUTHORIZED without a good token, UNAVAILABLE
   *     while Keystone can't be asked about one, INTERNAL for a broken {@code X-Service-Catalog}
   */
  RequestContext authenticate(RequestHeaders headers, String requestId);

  /** Whether it may have to wait for somebody's answer: then it is no work for an event loop. */
  default boolean mayWait() {
    return true;
  }

  /** The value of {@code WWW-Authenticate} for every 401; empty where the flavor has no tokens. */
  Optional<String> challenge();
}
