package io.glance.model.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an image: the shape between the services. Unset is null.
 *
 * @param id UUID in text
 * @param size bytes
 * @param virtualSize bytes of the disk inside
 * @param checksum MD5 in hex
 * @param owner project id
 * @param minDisk GiB
 * @param minRam MiB
 * @param hidden the API's {@code os_hidden}
 * @param createdAt whole seconds, UTC
 * @param deletedAt null while not deleted
 * @param properties extra properties in the order of their rows; a null of the database is ""
 * @param tags live tags in the order of their rows
 * @param locations live locations in the order of their rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageMetadata(
    String id,
    @Nullable String name,
    ImageStatus status,
    Visibility visibility,
    @Nullable String diskFormat,
    @Nullable String containerFormat,
    @Nullable Long size,
    @Nullable Long virtualSize,
    @Nullable String checksum,
    @Nullable String osHashAlgo,
    @Nullable String osHashValue,
    @Nullable String owner,
    int minDisk,
    int minRam,
    boolean isProtected,
    boolean hidden,
    @EpochMillis Instant createdAt,
    @EpochMillis Instant updatedAt,
    @EpochMillis @Nullable Instant deletedAt,
    Map<String, String> properties,
    List<String> tags,
    List<Location> locations) {}
