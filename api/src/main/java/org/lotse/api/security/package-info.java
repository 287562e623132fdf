/**
 * Who calls and what they may do: tokens, roles, scopes, the login of pages. Start at
 * {@link org.lotse.api.security.Access} (which request needs which scope) and {@link org.lotse.api.security.Caller}
 * (who it is). May depend on problem, database and cli.
 */
@NullMarked
package org.lotse.api.security;

import org.jspecify.annotations.NullMarked;
