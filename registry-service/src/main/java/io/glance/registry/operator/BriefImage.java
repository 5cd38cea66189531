package io.glance.registry.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An image in the short list (REG-01). */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BriefImage(
    String id,
    @Nullable String name,
    @Nullable Long size,
    @JsonProperty("disk_format") @Nullable String diskFormat,
    @JsonProperty("container_format") @Nullable String containerFormat,
    @Nullable String checksum) {

  static BriefImage of(FullImage image) {
    return new BriefImage(
        image.id(),
        image.name(),
        image.size(),
        image.diskFormat(),
        image.containerFormat(),
        image.checksum());
  }
}
