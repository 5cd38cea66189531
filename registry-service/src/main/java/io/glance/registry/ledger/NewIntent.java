package io.glance.registry.ledger;

import io.glance.model.registry.Intent;
import org.jspecify.annotations.Nullable;

/**
 * A line to write.
 *
 * @param metaData JSON of the location's metadata
 * @param locationId row of {@code image_locations}, null for an upload
 * @param owner project whose quota the bytes count against, null for none
 * @param size bytes, null while unknown
 * @param instance who acts on it
 * @param leaseSeconds life without renewal
 */
public record NewIntent(
    String imageId,
    Intent.Kind kind,
    @Nullable String store,
    @Nullable String location,
    @Nullable String metaData,
    @Nullable Long locationId,
    @Nullable String owner,
    @Nullable Long size,
    String instance,
    int leaseSeconds) {}
