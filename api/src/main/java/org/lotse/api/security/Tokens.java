package org.lotse.api.security;

import java.util.Optional;

/** Port: the tokens that are valid now. */
interface Tokens {
    /** The caller a token stands for; empty when it is unknown, expired or revoked. */
    Optional<Caller> callerOf(String token);
}
