package org.lotse.engine.planning.calls.solver;

/**
 * An agent in a slot.
 *
 * @param room calls that can be made there
 * @param fair calls the agent may make in the whole plan without doing more than the own share
 */
public record Seat(int agent, int slot, long second, int team, int room, int fair) {}
