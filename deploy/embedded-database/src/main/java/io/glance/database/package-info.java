/** A private MariaDB for tests and the quickstart. */
@NullMarked
package io.glance.database;

import org.jspecify.annotations.NullMarked;
