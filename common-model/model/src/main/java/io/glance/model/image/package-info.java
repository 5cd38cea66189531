/** Images, their members and the rules of their life. */
@NullMarked
package io.glance.model.image;

import org.jspecify.annotations.NullMarked;
