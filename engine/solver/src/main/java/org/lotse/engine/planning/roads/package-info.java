/**
 * Travel times on real roads: an OpenStreetMap extract becomes a network, and the network answers how long each way takes.
 *
 * <p>Start at {@link org.lotse.engine.planning.roads.RoadNetwork}; {@link org.lotse.engine.planning.roads.OnRoads} is the
 * port of travel times on it. GraphHopper is seen here alone. Depends on the engine's core and the JDK otherwise.
 */
@NullMarked
package org.lotse.engine.planning.roads;

import org.jspecify.annotations.NullMarked;
