package org.lotse.api.security;

import static org.lotse.api.security.Scope.CUSTOMERS_READ;
import static org.lotse.api.security.Scope.CUSTOMERS_WRITE;
import static org.lotse.api.security.Scope.DECIDE;
import static org.lotse.api.security.Scope.EVENTS_WRITE;
import static org.lotse.api.security.Scope.FEEDBACK;
import static org.lotse.api.security.Scope.MODELS;
import static org.lotse.api.security.Scope.PLANS_READ;
import static org.lotse.api.security.Scope.PLANS_WRITE;
import static org.lotse.api.security.Scope.PRIVACY;
import static org.lotse.api.security.Scope.RULES_EDIT;
import static org.lotse.api.security.Scope.RULES_RELEASE;
import static org.lotse.api.security.Scope.SIMULATE;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Which request of the API needs which scope; the first line that fits counts, one of its scopes is enough. What no
 * line names needs a valid token only.
 *
 * @param method null for every method
 * @param paths ant-like patterns
 * @param scopes one of them is needed
 */
record Access(@Nullable HttpMethod method, String paths, Set<Scope> scopes) {
    static final List<Access> RULES = List.of(
            read("/v1/customers/*/personal-data", PRIVACY),
            read("/v1/customers/*/screen-pop", DECIDE),
            read("/v1/customers/**", CUSTOMERS_READ),
            read("/v1/subjects/**", CUSTOMERS_READ),
            every("/v1/customers/*/consents", CUSTOMERS_WRITE, FEEDBACK, PRIVACY),
            every("/v1/customers/*/objections", CUSTOMERS_WRITE, FEEDBACK, PRIVACY),
            write(HttpMethod.DELETE, "/v1/customers/**", PRIVACY),
            write(HttpMethod.DELETE, "/v1/subjects/**", PRIVACY),
            every("/v1/customers/**", CUSTOMERS_WRITE),
            every("/v1/subjects/**", CUSTOMERS_WRITE),
            every("/v1/duplicates/**", CUSTOMERS_WRITE),
            every("/v1/events/**", EVENTS_WRITE),
            every("/v1/imports/**", CUSTOMERS_WRITE),
            every("/v1/outcomes/**", FEEDBACK),
            read("/v1/contacts/**", DECIDE, FEEDBACK),
            every("/v1/contacts/**", DECIDE, FEEDBACK),
            read("/v1/triggers/**", DECIDE, FEEDBACK, RULES_EDIT, RULES_RELEASE),
            every("/v1/triggers/**", RULES_RELEASE),
            read("/v1/segments/**", CUSTOMERS_READ),
            read("/v1/webhooks/**", RULES_RELEASE),
            every("/v1/webhooks/**", RULES_RELEASE),
            every("/v1/decisions/*/review", PRIVACY, FEEDBACK),
            every("/v1/reviews/**", PRIVACY),
            every("/v1/privacy/**", PRIVACY),
            every("/v1/decisions/*/batches", SIMULATE),
            every("/v1/batches/**", SIMULATE),
            every("/v1/decisions/**", DECIDE, SIMULATE),
            every("/v1/decision-log/**", PRIVACY),
            write(HttpMethod.POST, "/v1/rules/drafts/*/simulations", SIMULATE, RULES_EDIT, RULES_RELEASE),
            write(HttpMethod.POST, "/v1/rules/drafts/*/tests", SIMULATE, RULES_EDIT, RULES_RELEASE),
            write(HttpMethod.POST, "/v1/rules/versions/*/tests", SIMULATE, RULES_EDIT, RULES_RELEASE),
            write(HttpMethod.POST, "/v1/rules/drafts/*/approval", RULES_RELEASE),
            write(HttpMethod.POST, "/v1/rules/drafts/*/activation", RULES_RELEASE),
            write(HttpMethod.DELETE, "/v1/rules/drafts/*/activation", RULES_RELEASE),
            write(HttpMethod.POST, "/v1/rules/versions/*/activation", RULES_RELEASE),
            read("/v1/rules/**", RULES_EDIT, RULES_RELEASE, SIMULATE),
            every("/v1/rules/**", RULES_EDIT),
            every("/v1/prices/**", RULES_EDIT, RULES_RELEASE, SIMULATE),
            every("/v1/control-group/**", SIMULATE, MODELS),
            every("/v1/results/**", SIMULATE, MODELS),
            every("/v1/experiments/**", SIMULATE, MODELS),
            read("/v1/models/**", MODELS, SIMULATE),
            every("/v1/models/**", MODELS),
            read("/v1/plans/**", PLANS_READ, PLANS_WRITE),
            write(HttpMethod.POST, "/v1/plans/*/slots", PLANS_READ, PLANS_WRITE),
            write(HttpMethod.POST, "/v1/plans/*/appointments", FEEDBACK, PLANS_WRITE),
            write(HttpMethod.POST, "/v1/plans/*/calls/*/outcome", FEEDBACK, PLANS_WRITE),
            every("/v1/plans/**", PLANS_WRITE),
            every("/v1/send-times/**", SIMULATE, PLANS_WRITE),
            read("/v1/agents/**", PLANS_READ, PLANS_WRITE),
            every("/v1/agents/**", PLANS_WRITE),
            read("/v1/depots/**", PLANS_READ, PLANS_WRITE),
            every("/v1/depots/**", PLANS_WRITE),
            write(HttpMethod.PUT, "/v1/visits/*", PLANS_WRITE),
            write(HttpMethod.DELETE, "/v1/visits/*", PLANS_WRITE),
            every("/v1/visits/**", FEEDBACK, PLANS_WRITE),
            every("/v1/reps/*/calendar", PLANS_READ, PLANS_WRITE),
            read("/v1/reps/**", PLANS_READ, PLANS_WRITE),
            every("/v1/reps/**", PLANS_WRITE));

    private static Access read(String paths, Scope... scopes) {
        return new Access(HttpMethod.GET, paths, Set.of(scopes));
    }

    private static Access write(HttpMethod method, String paths, Scope... scopes) {
        return new Access(method, paths, Set.of(scopes));
    }

    private static Access every(String paths, Scope... scopes) {
        return new Access(null, paths, Set.of(scopes));
    }

    String[] authorities() {
        return scopes.stream().map(scope -> "SCOPE_" + scope.key()).sorted().toArray(String[]::new);
    }
}
