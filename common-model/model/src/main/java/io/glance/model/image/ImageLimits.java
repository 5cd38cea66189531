package io.glance.model.image;

/**
 * The most an image may have of a thing; below 0 is no limit. Checked by the registry under the
 * row's lock, so that requests at once can't pass together what one of them could not.
 *
 * @param properties extra properties, {@code os_glance_*} not counted; checked only by a change
 *     that adds one
 * @param tags tags
 * @param members projects the image is shared with
 * @param locations live locations
 */
public record ImageLimits(int properties, int tags, int members, int locations) {
  /** No limit on anything. */
  public static final ImageLimits NONE = new ImageLimits(-1, -1, -1, -1);
}
