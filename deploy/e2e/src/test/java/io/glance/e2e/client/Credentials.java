package io.glance.e2e.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a persona shows who it is.
 *
 * @param headers sent with every call
 * @param project its project's id; null where the service knows no projects
 */
public record Credentials(Map<String, String> headers, @Nullable String project) {
  /** Nothing is shown. */
  public static final Credentials NONE = new Credentials(Map.of(), null);
}
