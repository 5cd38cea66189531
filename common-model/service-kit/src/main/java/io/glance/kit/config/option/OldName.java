package io.glance.kit.config.option;

/** A name under which older files set an option. */
public record OldName(String section, String name) {}
