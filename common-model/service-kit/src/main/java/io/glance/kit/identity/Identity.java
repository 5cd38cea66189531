package io.glance.kit.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token stands for.
 *
 * @param userId never null: a token is always someone's
 * @param projectId null for domain-scoped, system-scoped and unscoped tokens
 * @param domainId of a domain-scoped token, else null
 * @param roles as the issuer writes them
 * @param systemScope the token is of the whole system
 * @param expiresAt from then on the token is void
 */
public record Identity(
    String userId,
    @Nullable String userName,
    @Nullable String userDomainId,
    @Nullable String projectId,
    @Nullable String projectName,
    @Nullable String projectDomainId,
    @Nullable String domainId,
    Set<String> roles,
    boolean systemScope,
    Instant expiresAt) {}
