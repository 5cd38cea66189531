/** What a store must do, free of any framework. */
@NullMarked
package io.glance.store.spi;

import org.jspecify.annotations.NullMarked;
