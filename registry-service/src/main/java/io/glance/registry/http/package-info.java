/** Who calls, errors, request ids. */
@NullMarked
package io.glance.registry.http;

import org.jspecify.annotations.NullMarked;
