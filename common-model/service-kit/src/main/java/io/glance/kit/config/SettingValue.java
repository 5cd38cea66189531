package io.glance.kit.config;

/**
 * One value as it was written.
 *
 * @param text after joining continuation lines, before interpolation
 * @param origin where it stands, for messages: {@code file:line} or the environment variable
 * @param rank a later file or a stronger source has the higher one
 */
record SettingValue(String text, String origin, int rank) {}
