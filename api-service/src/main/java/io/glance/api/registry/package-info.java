/** The registry as the api sees it: the shared contract over HTTP. */
@NullMarked
package io.glance.api.registry;

import org.jspecify.annotations.NullMarked;
