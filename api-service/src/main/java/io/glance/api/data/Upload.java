package io.glance.api.data;

import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a client sends for an image.
 *
 * @param body read to its end, not closed
 * @param size announced bytes; empty while unknown
 * @param store id of the wanted store; null for the default one
 */
public record Upload(String imageId, InputStream body, OptionalLong size, @Nullable String store) {}
