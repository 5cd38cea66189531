/** Images API v2: images, their data, members, tags, actions. */
@NullMarked
package io.glance.api.v2.image;

import org.jspecify.annotations.NullMarked;
