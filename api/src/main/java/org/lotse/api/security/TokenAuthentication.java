package org.lotse.api.security;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Finds the caller of a token, sent as bearer token or typed into the login page. */
final class TokenAuthentication implements AuthenticationProvider {
    private final List<Tokens> tokens;

    TokenAuthentication(List<Tokens> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        return switch (attempt) {
            case BearerTokenAuthenticationToken bearer ->
                callerOf(bearer.getToken())
                        .map(CallerAuthentication::new)
                        .orElseThrow(() -> new InvalidBearerTokenException("The token is not valid"));
            default ->
                callerOf(String.valueOf(attempt.getCredentials()))
                        .map(CallerAuthentication::new)
                        .orElseThrow(() -> new BadCredentialsException("The token is not valid"));
        };
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(attempt)
                || UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private Optional<Caller> callerOf(String token) {
        return tokens.stream()
                .flatMap(source -> source.callerOf(token).stream())
                .findFirst();
    }
}
