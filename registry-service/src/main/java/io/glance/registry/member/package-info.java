/** Members of images. */
@NullMarked
package io.glance.registry.member;

import org.jspecify.annotations.NullMarked;
