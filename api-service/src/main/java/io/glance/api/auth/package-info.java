/** Who calls, by the configured paste flavor. */
@NullMarked
package io.glance.api.auth;

import org.jspecify.annotations.NullMarked;
