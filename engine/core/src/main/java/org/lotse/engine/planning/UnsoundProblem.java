package org.lotse.engine.planning;

import java.util.List;

/** A planning problem that cannot be planned as it was given; every flaw found is named. */
public final class UnsoundProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient List<Flaw> flaws;

    public UnsoundProblem(List<Flaw> flaws) {
        super("The planning problem has " + flaws.size() + " flaw(s), first: " + flaws.getFirst()
                + ". Correct them and plan again.");
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** Does nothing when there is no flaw. */
    public static void throwIfAny(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new UnsoundProblem(flaws);
        }
    }
}
