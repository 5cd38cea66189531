package io.glance.model;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items at most as many as were asked for
 */
public record Page<T>(List<T> items) {}
