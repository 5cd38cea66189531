package io.glance.api.data;

import io.glance.api.auth.CallerContext;
import io.glance.api.data.ImageData.Bytes;
import io.glance.api.data.ImageData.FileContent;
import io.glance.api.data.ImageData.StreamContent;
import io.glance.api.data.LocationOrder.Source;
import io.glance.api.image.ImageLookup;
import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.store.spi.Caller;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.StoreException;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds an image's bytes for a caller who may have them (rows DOWN-*). */
@Singleton
public class ImageDownloader {
  private final CallerContext callers;
  private final ImageLookup lookup;
  private final ImagePolicy policy;
  private final LocationOrder order;

  ImageDownloader(
      CallerContext callers, ImageLookup lookup, ImagePolicy policy, LocationOrder order) {
    this.callers = callers;
    this.lookup = lookup;
    this.policy = policy;
    this.order = order;
  }

  /**
   * The bytes asked for. A stream in the answer is open: the caller closes it.
   *
   * @param prefer stores to try first, as in the query; null for none
   */
  public ImageData download(String imageId, RangeHeaders wanted, @Nullable String prefer) {
    RequestContext caller = callers.get();
    ImageMetadata image = lookup.find(imageId);
    if (image.status() == ImageStatus.DEACTIVATED && !caller.isAdmin()) {
      throw GlanceException.forbidden(
          "The requested image has been deactivated. Image data download is forbidden.");
    }
    policy.require("download_image", image, caller);
    if (prefer != null) {
      policy.require("download_from_store", image, caller);
    }
    List<String> preferred = order.preferred(prefer);
    if (image.locations().isEmpty()) {
      return new ImageData.None();
    }
    return open(image, wanted, order.of(image, preferred), caller);
  }

  private static ImageData open(
      ImageMetadata image, RangeHeaders wanted, List<Source> sources, RequestContext caller) {
    Long known = image.size();
    ByteRange range = known == null ? null : wanted.of(known);
    if (sources.isEmpty()) {
      throw GlanceException.unavailable("No store of this site has the image's data.", null);
    }
    ImageStream stream =
        new ImageStream(sources, known == null ? -1 : known, Caller.of(caller.requestId()));
    boolean kept = false;
    try {
      ImageReader reader = stream.open();
      if (stream.size() < 0) {
        throw new GlanceException(ErrorCode.INTERNAL, "The size of the image's data is unknown.");
      }
      ByteRange bytes = range == null ? wanted.of(stream.size()) : range;
      Optional<Path> file = reader.localFile();
      kept = file.isEmpty();
      return new Bytes(
          bytes,
          stream.size(),
          image.checksum(),
          wanted.isPartial(),
          file.isPresent() ? new FileContent(file.get()) : new StreamContent(stream));
    } catch (StoreException e) {
      return failed(e);
    } finally {
      if (!kept) {
        stream.close();
      }
    }
  }

  private static ImageData failed(StoreException e) {
    return switch (e.kind()) {
      case NOT_FOUND -> new ImageData.None();
      case UNSUPPORTED ->
          throw new GlanceException(
              ErrorCode.BAD_REQUEST, "The store can't serve the image's data.", e);
      case UNAVAILABLE, CANCELLED, BROKEN, MISMATCH, DENIED, BAD_LOCATION ->
          throw GlanceException.unavailable("The image's data can't be read now.", e);
      case DUPLICATE, IN_USE, FULL, READ_ONLY, INVALID ->
          throw new GlanceException(ErrorCode.INTERNAL, "The image store failed.", e);
    };
  }
}
