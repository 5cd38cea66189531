/** The contract between glance-api and glance-registry. */
@NullMarked
package io.glance.model.registry;

import org.jspecify.annotations.NullMarked;
