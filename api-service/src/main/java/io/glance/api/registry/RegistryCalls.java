package io.glance.api.registry;

import com.fasterxml.jackson.core.JacksonException;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Turns calls that got no answer into 503, and asks once more where the kept-alive connection of a
 * read had been closed meanwhile. Nothing that changes a row is ever sent twice.
 */
final class RegistryCalls implements InvocationHandler {
  private final Object client;

  RegistryCalls(Object client) {
    this.client = client;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException first) {
      Throwable fault = first.getCause() == null ? first : first.getCause();
      if (method.isAnnotationPresent(GET.class) && closedMeanwhile(fault)) {
        return again(method, arguments);
      }
      throw translated(fault);
    }
  }

  private @Nullable Object again(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw translated(e.getCause() == null ? e : e.getCause());
    }
  }

  private static Throwable translated(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof GlanceException) {
        return t;
      }
    }
    if (fault instanceof WebApplicationException) {
      return new GlanceException(ErrorCode.INTERNAL, "The image registry failed to answer.", fault);
    }
    if (fault instanceof ProcessingException || ofConnection(fault)) {
      return RegistryErrors.unreachable(fault);
    }
    return fault;
  }

  private static boolean closedMeanwhile(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof ConnectException || t instanceof TimeoutException) {
        return false;
      }
      if (t instanceof IOException && !(t instanceof JacksonException)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ofConnection(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof IOException || t instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }
}
