/**
 * What a stream of image bytes really is: recognised while it passes, with bounded memory and
 * without trusting a length that the stream claims.
 */
@NullMarked
package io.glance.api.format;

import org.jspecify.annotations.NullMarked;
