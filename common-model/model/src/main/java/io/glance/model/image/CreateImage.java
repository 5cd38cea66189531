package io.glance.model.image;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new image, of status {@code queued}.
 *
 * @param id null lets the registry choose one
 * @param minDisk GiB
 * @param minRam MiB
 * @param tags without duplicates
 */
public record CreateImage(
    @Nullable String id,
    @Nullable String name,
    Visibility visibility,
    @Nullable String diskFormat,
    @Nullable String containerFormat,
    @Nullable String owner,
    int minDisk,
    int minRam,
    boolean isProtected,
    boolean hidden,
    Map<String, String> properties,
    List<String> tags) {}
