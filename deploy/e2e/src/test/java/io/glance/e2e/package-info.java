/** The black-box suite: what a client of Glance sees, row by row of the feature table. */
@NullMarked
package io.glance.e2e;

import org.jspecify.annotations.NullMarked;
