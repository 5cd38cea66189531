/** What can be done with an image, its members and tags. */
@NullMarked
package io.glance.api.image;

import org.jspecify.annotations.NullMarked;
