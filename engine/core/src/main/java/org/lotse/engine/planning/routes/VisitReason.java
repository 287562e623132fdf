package org.lotse.engine.planning.routes;

import java.util.Map;
import java.util.Set;

/** Why a visit is left out. */
public sealed interface VisitReason {
    /** Stable code; the wording in both languages is found by it. */
    String code();

    /** Named values for the wording; minutes are from the start of the first day. */
    Map<String, Object> arguments();

    /** No rep has all the skills. */
    record NoRepHasSkills(Set<String> skills) implements VisitReason {
        public NoRepHasSkills {
            skills = Set.copyOf(skills);
        }

        @Override
        public String code() {
            return "NO_REP_HAS_SKILLS";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("skills", skills);
        }
    }

    /** The visit needs more room than any rep with the skills has. */
    record DemandExceedsCapacity(double demand, double largest) implements VisitReason {
        @Override
        public String code() {
            return "DEMAND_EXCEEDS_CAPACITY";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("demand", demand, "largest", largest);
        }
    }

    /** No rep who could make the visit works while the service may begin. */
    record WindowOutsideShifts() implements VisitReason {
        @Override
        public String code() {
            return "WINDOW_OUTSIDE_SHIFTS";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of();
        }
    }

    /** There is no way to the place, or none back from it. */
    record NoWay(String place) implements VisitReason {
        @Override
        public String code() {
            return "NO_WAY";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("place", place);
        }
    }

    /**
     * Even without any other visit no rep gets there in time and back before the shift ends.
     *
     * @param rep who comes nearest
     * @param needed minutes from the start of that rep's shift to its end with this visit alone
     * @param shift minutes of that shift
     */
    record TooFar(String rep, double needed, double shift) implements VisitReason {
        @Override
        public String code() {
            return "TOO_FAR";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "needed", needed, "shift", shift);
        }
    }

    /** The agreed rep cannot keep this appointment: not at work then, too far, without the skill or the room. */
    record AppointmentImpossible(String rep, double at, String because) implements VisitReason {
        @Override
        public String code() {
            return "APPOINTMENT_IMPOSSIBLE";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "at", at, "because", because);
        }
    }

    /** Alone it would fit, but the shifts of all reps who could are full of other visits. */
    record ShiftsFull(Set<String> reps) implements VisitReason {
        public ShiftsFull {
            reps = Set.copyOf(reps);
        }

        @Override
        public String code() {
            return "SHIFTS_FULL";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("reps", reps);
        }
    }

    /** There is time, but all reps who have it are loaded to the brim. */
    record LoadFull(double demand, double room) implements VisitReason {
        @Override
        public String code() {
            return "LOAD_FULL";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("demand", demand, "room", room);
        }
    }

    /** It would fit, but costs more than it brings. */
    record NotWorthTheWay(double value, double cost) implements VisitReason {
        @Override
        public String code() {
            return "NOT_WORTH_THE_WAY";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("value", value, "cost", cost);
        }
    }

    /** It has to come after others, and these are left out or are no longer to be made. */
    record BeforeLeftOut(Set<String> visits) implements VisitReason {
        public BeforeLeftOut {
            visits = Set.copyOf(visits);
        }

        @Override
        public String code() {
            return "BEFORE_LEFT_OUT";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("visits", visits);
        }
    }

    /** It would fit, but not after those it has to follow or before those that have to follow it. */
    record NoTimeInOrder(Set<String> visits) implements VisitReason {
        public NoTimeInOrder {
            visits = Set.copyOf(visits);
        }

        @Override
        public String code() {
            return "NO_TIME_IN_ORDER";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("visits", visits);
        }
    }

    /** The rest of its group is in a shift of this rep that has no room for it. */
    record GroupFull(String rep, Set<String> visits) implements VisitReason {
        public GroupFull {
            visits = Set.copyOf(visits);
        }

        @Override
        public String code() {
            return "GROUP_FULL";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "visits", visits);
        }
    }
}
