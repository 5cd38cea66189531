package io.glance.registry.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image as the registry's v1 API shows it (REG-02, REG-05). Times are UTC without zone and with
 * microseconds.
 *
 * @param size bytes
 * @param minRam MiB
 * @param minDisk GiB
 * @param location URL of the first active location; null for callers who are no administrators
 * @param locationData all live locations; empty for the same callers
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FullImage(
    String id,
    @Nullable String name,
    String status,
    @Nullable Long size,
    @JsonProperty("virtual_size") @Nullable Long virtualSize,
    @JsonProperty("disk_format") @Nullable String diskFormat,
    @JsonProperty("container_format") @Nullable String containerFormat,
    @JsonProperty("min_disk") int minDisk,
    @JsonProperty("min_ram") int minRam,
    @JsonProperty("is_public") boolean isPublic,
    @Nullable String checksum,
    @Nullable String owner,
    @JsonProperty("protected") boolean isProtected,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("updated_at") @Nullable String updatedAt,
    @JsonProperty("deleted_at") @Nullable String deletedAt,
    boolean deleted,
    Map<String, @Nullable String> properties,
    @Nullable String location,
    @JsonProperty("location_data") List<LocationData> locationData) {

  /** One location. */
  record LocationData(long id, String url, Map<String, Object> metadata, String status) {
    /** Never shows the URL: it may carry credentials. */
    @Override
    public String toString() {
      return "LocationData[id=" + id + ", status=" + status + "]";
    }
  }

  FullImage with(Map<String, @Nullable String> itsProperties, List<LocationData> locations) {
    return new FullImage(
        id,
        name,
        status,
        size,
        virtualSize,
        diskFormat,
        containerFormat,
        minDisk,
        minRam,
        isPublic,
        checksum,
        owner,
        isProtected,
        createdAt,
        updatedAt,
        deletedAt,
        deleted,
        itsProperties,
        locations.stream()
            .filter(each -> each.status().equals("active"))
            .map(LocationData::url)
            .findFirst()
            .orElse(null),
        locations);
  }
}
