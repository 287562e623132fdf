/**
 * The PostgreSQL the service works on: the given one, or its own kept in the data directory. Start at
 * {@link org.lotse.api.database.Database}. While it does not answer,
 * {@link org.lotse.api.database.GuardedDataSource} refuses connections at once. Depends on nothing of ours.
 */
@NullMarked
package org.lotse.api.database;

import org.jspecify.annotations.NullMarked;
