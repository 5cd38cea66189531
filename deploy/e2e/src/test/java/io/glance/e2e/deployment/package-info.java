/** What operators get besides the services: reference, samples, commands, containers, manifests. */
@NullMarked
package io.glance.e2e.deployment;

import org.jspecify.annotations.NullMarked;
