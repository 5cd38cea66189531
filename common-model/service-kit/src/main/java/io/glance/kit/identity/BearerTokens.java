package io.glance.kit.identity;

/** Checks the bearer tokens of flavor {@code oidc}. A service that has the flavor has one bean. */
public interface BearerTokens extends TokenValidator {}
