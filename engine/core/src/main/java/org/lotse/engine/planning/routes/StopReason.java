package org.lotse.engine.planning.routes;

import java.util.Map;
import java.util.Set;

/** Why a visit is made by this rep, and why then. */
public sealed interface StopReason {
    /** Stable code; the wording in both languages is found by it. */
    String code();

    /** Named values for the wording; {@code at} is in minutes from the start of the first day. */
    Map<String, Object> arguments();

    /** The customer was promised this rep and minute. */
    record Promised(String rep, double at) implements StopReason {
        @Override
        public String code() {
            return "PROMISED";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "at", at);
        }
    }

    /** Somebody who plans has given the visit to this rep. */
    record Given(String rep) implements StopReason {
        @Override
        public String code() {
            return "GIVEN";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep);
        }
    }

    /** The rest of its group is there. */
    record WithGroup(String rep, Set<String> visits) implements StopReason {
        public WithGroup {
            visits = Set.copyOf(visits);
        }

        @Override
        public String code() {
            return "WITH_GROUP";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "visits", visits);
        }
    }

    /** Nobody else has the skills and the room, or may come in this order. */
    record NobodyElse(String rep) implements StopReason {
        @Override
        public String code() {
            return "NOBODY_ELSE";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep);
        }
    }

    /** Others could, but they have no time for it. */
    record OthersFull(String rep, Set<String> reps) implements StopReason {
        public OthersFull {
            reps = Set.copyOf(reps);
        }

        @Override
        public String code() {
            return "OTHERS_FULL";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "reps", reps);
        }
    }

    /** The next best rep would cost so much more, everything else staying as it is. */
    record Cheapest(String rep, String other, double amount) implements StopReason {
        @Override
        public String code() {
            return "CHEAPEST";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "other", other, "amount", amount);
        }
    }

    /** Another rep would cost so much less, everything else staying as it is; the search has not come by there. */
    record NotYetMoved(String rep, String other, double amount) implements StopReason {
        @Override
        public String code() {
            return "NOT_YET_MOVED";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "other", other, "amount", amount);
        }
    }

    /** It begins when its window opens; so many minutes are waited for that. */
    record WindowOpens(double at, double minutes) implements StopReason {
        @Override
        public String code() {
            return "WINDOW_OPENS";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("at", at, "minutes", minutes);
        }
    }

    /** It begins when those it follows are over. */
    record AfterOthers(double at, Set<String> visits) implements StopReason {
        public AfterOthers {
            visits = Set.copyOf(visits);
        }

        @Override
        public String code() {
            return "AFTER_OTHERS";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("at", at, "visits", visits);
        }
    }

    /** It begins after a rest. */
    record AfterRest(double at) implements StopReason {
        @Override
        public String code() {
            return "AFTER_REST";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("at", at);
        }
    }

    /** It begins when the rep arrives from the visit before. */
    record OnArrival(double at, String from) implements StopReason {
        @Override
        public String code() {
            return "ON_ARRIVAL";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("at", at, "from", from);
        }
    }

    /** It is the first of the shift and begins as soon as the rep is there. */
    record First(double at) implements StopReason {
        @Override
        public String code() {
            return "FIRST";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("at", at);
        }
    }
}
