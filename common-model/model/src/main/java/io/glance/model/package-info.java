/** What both services say to each other: values without behaviour of a framework. */
@NullMarked
package io.glance.model;

import org.jspecify.annotations.NullMarked;
