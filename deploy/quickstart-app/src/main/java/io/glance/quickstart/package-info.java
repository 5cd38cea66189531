/** One command for a newcomer. */
@NullMarked
package io.glance.quickstart;

import org.jspecify.annotations.NullMarked;
