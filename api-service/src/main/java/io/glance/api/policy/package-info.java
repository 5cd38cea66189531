/** Policy rules of the Images API, with their defaults. */
@NullMarked
package io.glance.api.policy;

import org.jspecify.annotations.NullMarked;
