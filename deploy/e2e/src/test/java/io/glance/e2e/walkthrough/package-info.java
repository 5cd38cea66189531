/** The walk-through of an installation, and the real command-line clients. */
@NullMarked
package io.glance.e2e.walkthrough;

import org.jspecify.annotations.NullMarked;
