package io.glance.api.data;

import java.util.function.Consumer;

/** One upload under way: its lease is renewed until it is closed. */
final class RunningUpload implements AutoCloseable {
  private final String imageId;
  private final String holder;
  private final Consumer<RunningUpload> onClose;
  private volatile boolean imageGone;

  RunningUpload(String imageId, String holder, Consumer<RunningUpload> onClose) {
    this.imageId = imageId;
    this.holder = holder;
    this.onClose = onClose;
  }

  String imageId() {
    return imageId;
  }

  /** Who holds its intent. */
  String holder() {
    return holder;
  }

  /** Its image was deleted: the next buffer ends it (REL-07). */
  void imageIsGone() {
    imageGone = true;
  }

  boolean isImageGone() {
    return imageGone;
  }

  @Override
  public void close() {
    onClose.accept(this);
  }
}
