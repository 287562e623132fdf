/** What tests of the service share: one PostgreSQL for all of them, a small vocabulary, a client. */
@NullMarked
package org.lotse.api.testing;

import org.jspecify.annotations.NullMarked;
