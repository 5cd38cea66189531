/** Who calls: Keystone tokens, trusted headers, and the signed context between the services. */
@NullMarked
package io.glance.kit.identity;

import org.jspecify.annotations.NullMarked;
