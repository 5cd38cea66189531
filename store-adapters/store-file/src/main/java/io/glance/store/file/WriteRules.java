package io.glance.store.file;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreSettings;
import org.jspecify.annotations.Nullable;

/**
 * How files are written.
 *
 * @param permissions null to leave them alone
 * @param thin leave holes for zeros
 */
record WriteRules(@Nullable Permissions permissions, boolean thin, MountPoints mountPoints) {
  static WriteRules of(StoreSettings settings) throws StoreException {
    return new WriteRules(
        Permissions.of(settings), settings.flag(FileStoreType.THIN), MountPoints.of(settings));
  }
}
