/** The language of oslo.policy. */
@NullMarked
package io.glance.kit.policy;

import org.jspecify.annotations.NullMarked;
