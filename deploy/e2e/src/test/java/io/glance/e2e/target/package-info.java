/** What the suite talks to: a Glance that runs somewhere, or our services started here. */
@NullMarked
package io.glance.e2e.target;

import org.jspecify.annotations.NullMarked;
