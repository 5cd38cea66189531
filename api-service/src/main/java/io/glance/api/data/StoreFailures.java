package io.glance.api.data;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.store.core.transfer.TransferException;
import io.glance.store.spi.StoreException;

/** The one table from failures of stores and transfers to what clients are told (UP-08, UP-10). */
final class StoreFailures {
  private StoreFailures() {}

  /** A store's failure while bytes come in. */
  static GlanceException ofUpload(StoreException e) {
    return switch (e.kind()) {
      case FULL ->
          new GlanceException(ErrorCode.TOO_LARGE, "Image storage media is full: no room left", e);
      case MISMATCH ->
          new GlanceException(
              ErrorCode.BAD_REQUEST, "The data has another size than was announced.", e);
      case READ_ONLY ->
          new GlanceException(
              ErrorCode.GONE,
              "Error in store configuration. Adding images to store is disabled.",
              e);
      case DENIED ->
          GlanceException.unavailable("Insufficient permissions on image storage media.", e);
      case DUPLICATE ->
          new GlanceException(ErrorCode.CONFLICT, "The store has data of this image already.", e);
      case UNAVAILABLE, CANCELLED ->
          GlanceException.unavailable("The image store is not available.", e);
      case NOT_FOUND, IN_USE, BAD_LOCATION, UNSUPPORTED, INVALID, BROKEN ->
          new GlanceException(ErrorCode.INTERNAL, "The image store failed.", e);
    };
  }

  /** A transfer's failure while bytes come in. */
  static GlanceException ofUpload(TransferException e) {
    return switch (e.kind()) {
      case SOURCE ->
          new GlanceException(ErrorCode.BAD_REQUEST, "The client broke off the upload.", e);
      case TOO_LARGE -> UploadLimits.tooLarge();
      case WRONG_SIZE ->
          new GlanceException(
              ErrorCode.BAD_REQUEST, "The data has another size than was announced.", e);
      case REFUSED ->
          new GlanceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The data was refused.", e);
      case BUSY, CANCELLED ->
          GlanceException.unavailable("The service can't take this upload now.", e);
    };
  }
}
