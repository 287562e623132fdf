package org.lotse.api.planning;

import org.lotse.engine.planning.routes.RouteProblem;

/** A route problem and how it writes its times; the answer is written the same way. */
public record RouteInput(RouteProblem problem, Times times) {}
