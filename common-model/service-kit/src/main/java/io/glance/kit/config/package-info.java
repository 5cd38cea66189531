/** Glance's ini files as a source of configuration, and the catalogue of their options. */
@NullMarked
package io.glance.kit.config;

import org.jspecify.annotations.NullMarked;
