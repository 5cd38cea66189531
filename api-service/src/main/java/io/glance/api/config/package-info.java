/** Settings of glance-api and the checks at start. */
@NullMarked
package io.glance.api.config;

import org.jspecify.annotations.NullMarked;
