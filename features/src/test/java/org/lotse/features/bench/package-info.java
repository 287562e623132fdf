/** Bounded load on a running service on this machine; started by the {@code bench} profile, never by tests. */
@NullMarked
package org.lotse.features.bench;

import org.jspecify.annotations.NullMarked;
