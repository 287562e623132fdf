package org.lotse.api.result;

import java.util.List;

/**
 * Who looks at results: how often, and at which few figures.
 *
 * @param every how long a period is
 * @param kpis keys of at most three
 */
record Audience(Kpi.Words title, Period.Kind every, List<String> kpis) {}
