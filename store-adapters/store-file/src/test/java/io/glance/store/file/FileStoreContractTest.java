package io.glance.store.file;

import io.glance.store.testkit.AdapterRules;
import io.glance.store.testkit.StoreContract;
import io.glance.store.testkit.StoreFixture;
import org.junit.jupiter.api.Test;

class FileStoreContractTest extends StoreContract {
  @Override
  protected StoreFixture newFixture() throws Exception {
    return new FileFixture();
  }

  @Test
  void theAdapterUsesOnlyWhatItMay() {
    AdapterRules.check("io.glance.store.file");
  }
}
