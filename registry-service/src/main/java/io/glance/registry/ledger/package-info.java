/** The ledger of bytes: what was intended with objects in stores, and who holds it. */
@NullMarked
package io.glance.registry.ledger;

import org.jspecify.annotations.NullMarked;
