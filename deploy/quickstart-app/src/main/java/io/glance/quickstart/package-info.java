/** The newcomer's command: starts the whole system on one machine and does its main job. */
@NullMarked
package io.glance.quickstart;

import org.jspecify.annotations.NullMarked;
