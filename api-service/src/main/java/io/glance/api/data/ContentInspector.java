package io.glance.api.data;

import io.glance.model.image.ImageMetadata;

/** Looks into the bytes of an upload as they pass. */
public interface ContentInspector {
  /** A fresh look, for one upload. */
  UploadInspection begin(ImageMetadata image);
}
