package io.glance.store.http;

import io.glance.store.testkit.AdapterRules;
import io.glance.store.testkit.StoreContract;
import io.glance.store.testkit.StoreFixture;
import org.junit.jupiter.api.Test;

class HttpStoreContractTest extends StoreContract {
  @Override
  protected StoreFixture newFixture() throws Exception {
    return new HttpFixture();
  }

  @Override
  protected boolean canWrite() {
    return false;
  }

  @Test
  void theAdapterUsesOnlyWhatItMay() {
    AdapterRules.check("io.glance.store.http");
  }
}
