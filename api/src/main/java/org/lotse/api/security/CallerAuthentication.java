package org.lotse.api.security;

import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An authenticated caller: authorities are {@code SCOPE_<scope>} and {@code ROLE_<role>}. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final Caller caller;

    CallerAuthentication(Caller caller) {
        super(Stream.concat(
                        caller.scopes().stream().map(scope -> "SCOPE_" + scope.key()),
                        caller.role().stream().map(role -> "ROLE_" + role.name()))
                .map(SimpleGrantedAuthority::new)
                .toList());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
