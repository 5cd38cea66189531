package io.glance.api.testing;

import io.glance.api.data.DataRemover;
import io.glance.model.registry.Intent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers which bytes were to be removed. */
@Alternative
@Singleton
public class FakeData implements DataRemover {
  public final List<Intent> removed = new CopyOnWriteArrayList<>();

  @Override
  public String instance() {
    return "test-instance";
  }

  @Override
  public void remove(List<Intent> intents, String requestId) {
    removed.addAll(intents);
  }
}
