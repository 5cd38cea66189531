/** The command glance-manage. */
@NullMarked
package io.glance.registry.manage;

import org.jspecify.annotations.NullMarked;
