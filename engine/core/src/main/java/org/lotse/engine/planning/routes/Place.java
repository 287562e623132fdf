package org.lotse.engine.planning.routes;

/** A place on the map, in degrees. */
public record Place(String id, double latitude, double longitude) {}
