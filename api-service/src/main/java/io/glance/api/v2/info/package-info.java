/** Images API v2: discovery. */
@NullMarked
package io.glance.api.v2.info;

import org.jspecify.annotations.NullMarked;
