package org.lotse.api.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from; controllers take it as {@code @AuthenticationPrincipal Caller}.
 *
 * @param name the person or system; written into audit entries
 * @param roleOrNull the role, when the caller is a person with one
 * @param scopes what the caller may do
 */
public record Caller(String name, @Nullable Role roleOrNull, Set<Scope> scopes) implements Principal, Serializable {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    static Caller of(String name, Role role) {
        return new Caller(name, role, role.scopes());
    }

    /** The role, when the caller is a person with one. */
    public Optional<Role> role() {
        return Optional.ofNullable(roleOrNull);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    @Override
    public String getName() {
        return name;
    }
}
