package io.glance.model.registry;

import io.glance.model.image.ImageMetadata;
import java.util.List;

/**
 * What a delete left to do.
 *
 * @param image as it was before
 * @param intents bytes to delete, leased to the caller
 */
public record DeletedImage(ImageMetadata image, List<Intent> intents) {}
