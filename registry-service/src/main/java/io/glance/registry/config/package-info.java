/** The start of glance-registry. */
@NullMarked
package io.glance.registry.config;

import org.jspecify.annotations.NullMarked;
