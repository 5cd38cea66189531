/** Errors by name, the same in both services. */
@NullMarked
package io.glance.model.error;

import org.jspecify.annotations.NullMarked;
