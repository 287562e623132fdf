package org.lotse.api.result;

import java.util.List;

/**
 * A phase of a customer's journey, and what shows how far its data are used.
 *
 * @param events what is stored of it
 * @param kpis figures that describe it
 * @param models models that predict it
 */
record JourneyPhase(Kpi.Words title, List<String> events, List<String> kpis, List<String> models) {}
