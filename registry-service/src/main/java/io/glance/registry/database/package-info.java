/** The database as all aggregates use it: transactions, retries, errors, SQL with its values. */
@NullMarked
package io.glance.registry.database;

import org.jspecify.annotations.NullMarked;
