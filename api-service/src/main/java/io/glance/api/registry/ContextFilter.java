package io.glance.api.registry;

import io.glance.kit.identity.SignedContext;
import io.glance.model.RequestContext;
import io.glance.model.registry.ContextHeader;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.function.Supplier;

/** Tells the registry who asks and under which request id. */
final class ContextFilter implements ClientRequestFilter {
  private final SignedContext signer;
  private final Supplier<RequestContext> caller;

  ContextFilter(SignedContext signer, Supplier<RequestContext> caller) {
    this.signer = signer;
    this.caller = caller;
  }

  @Override
  public void filter(ClientRequestContext request) {
    RequestContext context = caller.get();
    request.getHeaders().putSingle(ContextHeader.CONTEXT, signer.sign(context));
    request.getHeaders().putSingle(ContextHeader.REQUEST_ID, context.requestId());
  }
}
