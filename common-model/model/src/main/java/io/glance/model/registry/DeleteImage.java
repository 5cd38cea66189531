package io.glance.model.registry;

/**
 * How to delete an image.
 *
 * @param delayed keep the bytes for the scrubber: status pending_delete (DEL-01)
 * @param instance who will delete the bytes now; the intents are leased to it
 */
public record DeleteImage(boolean delayed, String instance) {}
