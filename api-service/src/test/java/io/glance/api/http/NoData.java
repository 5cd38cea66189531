package io.glance.api.http;

import io.glance.api.data.DataRemover;
import io.glance.model.registry.Intent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;

/** Removes nothing, as there is nothing. */
@Alternative
@Singleton
public class NoData implements DataRemover {
  @Override
  public String instance() {
    return "test";
  }

  @Override
  public void remove(List<Intent> intents, String requestId) {}
}
