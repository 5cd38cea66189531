/** What is inside an image, told from its bytes. */
@NullMarked
package io.glance.api.format;

import org.jspecify.annotations.NullMarked;
