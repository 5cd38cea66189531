/** Bytes in and out: uploads, downloads, and the sweep of what was left behind. */
@NullMarked
package io.glance.api.data;

import org.jspecify.annotations.NullMarked;
