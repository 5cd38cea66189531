package io.glance.model.error;

/** An error as JSON between the services. */
public record ErrorBody(ErrorCode code, String message) {}
