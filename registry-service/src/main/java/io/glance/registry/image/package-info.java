/** Image rows and the rules of changing them. */
@NullMarked
package io.glance.registry.image;

import org.jspecify.annotations.NullMarked;
