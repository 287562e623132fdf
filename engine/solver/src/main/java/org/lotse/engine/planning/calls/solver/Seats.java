package org.lotse.engine.planning.calls.solver;

/** Who sits where: per candidate the seats of its attempts in order of time; a seat is agent x slots + slot. */
record Seats(int[][] seats) {
    int[] of(int candidate) {
        return seats[candidate];
    }
}
