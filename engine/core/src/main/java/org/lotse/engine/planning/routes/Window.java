package org.lotse.engine.planning.routes;

/** A span of time in minutes from the start of the first day, both ends included. */
public record Window(double from, double to) {}
