/** What all stores share: the catalogue of configured stores and the engine that moves bytes. */
@NullMarked
package io.glance.store.core;

import org.jspecify.annotations.NullMarked;
