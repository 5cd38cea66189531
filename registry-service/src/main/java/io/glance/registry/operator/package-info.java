/** Queries of operators: the registry's v1 API. */
@NullMarked
package io.glance.registry.operator;

import org.jspecify.annotations.NullMarked;
