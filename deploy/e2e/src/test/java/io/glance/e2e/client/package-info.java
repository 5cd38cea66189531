/** How the suite talks HTTP: personas, calls, replies and raw sockets. */
@NullMarked
package io.glance.e2e.client;

import org.jspecify.annotations.NullMarked;
