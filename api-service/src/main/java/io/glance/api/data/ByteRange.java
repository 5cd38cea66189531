package io.glance.api.data;

/**
 * Some bytes of an image.
 *
 * @param start first byte
 * @param length bytes
 */
public record ByteRange(long start, long length) {}
