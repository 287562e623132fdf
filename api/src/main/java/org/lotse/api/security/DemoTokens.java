package org.lotse.api.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The well-known tokens of the demo company, one per role: {@code demo-marketing}, {@code demo-agent}, ... */
final class DemoTokens implements Tokens {
    private final Map<String, Caller> callers = Arrays.stream(Role.values())
            .map(role -> Caller.of("demo-" + role.name().toLowerCase(Locale.ROOT), role))
            .collect(Collectors.toUnmodifiableMap(Caller::name, caller -> caller));

    @Override
    public Optional<Caller> callerOf(String token) {
        return Optional.ofNullable(callers.get(token));
    }
}
