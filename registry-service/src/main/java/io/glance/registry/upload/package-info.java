/** Uploads and the ledger of bytes. */
@NullMarked
package io.glance.registry.upload;

import org.jspecify.annotations.NullMarked;
