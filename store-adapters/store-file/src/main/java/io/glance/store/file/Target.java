package io.glance.store.file;

import io.glance.store.spi.StoreLocation;
import java.nio.file.Path;

/**
 * Where an image goes.
 *
 * @param location its URL
 * @param path its file
 * @param unfinished directory for it until it is whole
 */
record Target(StoreLocation location, Path path, Path unfinished) {}
