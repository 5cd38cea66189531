package io.glance.store.file;

import io.glance.store.testkit.StoreContract;
import io.glance.store.testkit.StoreFixture;

class FileStoreThinContractTest extends StoreContract {
  @Override
  protected StoreFixture newFixture() throws Exception {
    return new FileFixture().with(FileStoreType.THIN, "True");
  }
}
