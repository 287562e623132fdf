package org.lotse.api.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.problem.ProblemException;

/**
 * Which figures there are, who sees which of them, and of which phases a customer's journey consists.
 *
 * @param gone the event after which somebody is no customer any more
 * @param kpis by key
 * @param roles by key, each with at most three figures
 * @param phases by key, in the order of the journey
 */
record ResultCatalogue(
        String gone, Map<String, Kpi> kpis, Map<String, Audience> roles, Map<String, JourneyPhase> phases) {
    private static final int MOST = 3;

    ResultCatalogue {
        kpis = new LinkedHashMap<>(kpis);
        roles = new LinkedHashMap<>(roles);
        phases = new LinkedHashMap<>(phases);
        roles.forEach(ResultCatalogue::check);
        for (Audience role : roles.values()) {
            known(role.kpis(), kpis);
        }
        for (JourneyPhase phase : phases.values()) {
            known(phase.kpis(), kpis);
        }
    }

    /** Whoever sees ten figures looks at none. */
    private static void check(String key, Audience role) {
        if (role.kpis().size() > MOST) {
            throw new IllegalArgumentException(
                    "The role " + key + " is shown " + role.kpis().size() + " figures, " + role.kpis() + ". At most "
                            + MOST + " are read; maybe give another role its own.");
        }
    }

    private static void known(List<String> keys, Map<String, Kpi> kpis) {
        for (String key : keys) {
            if (!kpis.containsKey(key)) {
                throw new IllegalArgumentException(
                        "The figure " + key + " is shown, but not defined. There are: " + kpis.keySet() + ".");
            }
        }
    }

    Kpi kpi(String key) {
        return Optional.ofNullable(kpis.get(key))
                .orElseThrow(
                        () -> ProblemException.invalid("/kpi", "UNKNOWN_KPI", key, String.join(", ", kpis.keySet())));
    }

    Audience role(String key) {
        return Optional.ofNullable(roles.get(key))
                .orElseThrow(() -> ProblemException.invalid(
                        "/role", "UNKNOWN_RESULT_ROLE", key, String.join(", ", roles.keySet())));
    }
}
