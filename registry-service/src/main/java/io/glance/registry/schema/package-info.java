/** The database schema and its changelog. */
@NullMarked
package io.glance.registry.schema;

import org.jspecify.annotations.NullMarked;
