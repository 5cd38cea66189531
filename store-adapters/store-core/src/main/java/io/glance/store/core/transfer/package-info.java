/** The engine that moves an image's bytes from a source through hashes into stores. */
@NullMarked
package io.glance.store.core.transfer;

import org.jspecify.annotations.NullMarked;
