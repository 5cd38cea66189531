/** HTTP habits both services share. */
@NullMarked
package io.glance.kit.http;

import org.jspecify.annotations.NullMarked;
