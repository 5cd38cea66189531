package io.glance.api.data;

import io.glance.model.error.GlanceException;
import io.glance.store.core.transfer.ByteLane;
import java.util.OptionalLong;

/** A look into the bytes of one upload. */
public interface UploadInspection {
  /** Shown all bytes. */
  ByteLane lane();

  /**
   * What came out, after the last byte and before anything is published.
   *
   * @return bytes of the disk inside; empty where unknown
   * @throws GlanceException UNSUPPORTED_MEDIA_TYPE where the bytes are refused (UP-15)
   */
  OptionalLong virtualSize();
}
