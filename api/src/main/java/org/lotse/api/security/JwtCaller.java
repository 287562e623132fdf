package org.lotse.api.security;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the caller of a JWT: scopes from {@code scope} or {@code scp}, the role from {@code lotse_role}. */
final class JwtCaller implements Converter<Jwt, AbstractAuthenticationToken> {
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Optional<Role> role =
                Optional.ofNullable(token.getClaimAsString("lotse_role")).flatMap(JwtCaller::role);
        Set<Scope> scopes = Stream.concat(
                        Stream.concat(named(token.getClaim("scope")), named(token.getClaim("scp")))
                                .flatMap(name -> Scope.of(name).stream()),
                        role.stream().flatMap(known -> known.scopes().stream()))
                .collect(Collectors.toUnmodifiableSet());
        return new CallerAuthentication(new Caller(String.valueOf(token.getSubject()), role.orElse(null), scopes));
    }

    private static Stream<String> named(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text.split(" "));
            case Collection<?> names -> names.stream().map(String::valueOf);
            case null, default -> Stream.empty();
        };
    }

    private static Optional<Role> role(String name) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
