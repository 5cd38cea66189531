/** The tests every store passes. */
@NullMarked
package io.glance.store.testkit;

import org.jspecify.annotations.NullMarked;
