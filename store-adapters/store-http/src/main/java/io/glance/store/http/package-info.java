/** Images read from web servers. */
@NullMarked
package io.glance.store.http;

import org.jspecify.annotations.NullMarked;
