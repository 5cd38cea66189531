package io.glance.store.spi;

import java.util.Map;

/**
 * What a commit left in the store.
 *
 * @param size bytes
 * @param metadata for the location's row, without the store's id
 */
public record Stored(StoreLocation location, long size, Map<String, String> metadata) {}
