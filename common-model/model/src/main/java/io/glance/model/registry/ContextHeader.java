package io.glance.model.registry;

/** Names of the headers between glance-api and glance-registry. */
public final class ContextHeader {
  /** The signed caller context, see {@code SignedContext} of the service kit. */
  public static final String CONTEXT = "X-Glance-Context";

  /** The request id, the same in both services. */
  public static final String REQUEST_ID = "X-Openstack-Request-Id";

  private ContextHeader() {}
}
