package io.glance.model.image;

import java.time.Instant;

/**
 * A project that an image is shared with.
 *
 * @param memberId project id
 * @param canShare kept for the registry's v1 API only
 * @param createdAt whole seconds, UTC
 */
public record ImageMember(
    String imageId,
    String memberId,
    boolean canShare,
    MemberStatus status,
    @EpochMillis Instant createdAt,
    @EpochMillis Instant updatedAt) {}
