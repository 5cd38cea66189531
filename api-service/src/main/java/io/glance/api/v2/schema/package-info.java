/** Images API v2: JSON schemas. */
@NullMarked
package io.glance.api.v2.schema;

import org.jspecify.annotations.NullMarked;
