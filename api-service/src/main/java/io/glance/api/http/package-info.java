/** The edge: versions, errors, request ids, methods, cross-origin rules, health. */
@NullMarked
package io.glance.api.http;

import org.jspecify.annotations.NullMarked;
