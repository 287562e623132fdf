package org.lotse.engine.planning.routes;

import java.util.Map;
import java.util.Set;

/** What would bring a visit in that is left out, everything else staying as it is. */
public sealed interface WouldHelp {
    /** Stable code; the wording in both languages is found by it. */
    String code();

    /** Named values for the wording; {@code at} is in minutes from the start of the first day. */
    Map<String, Object> arguments();

    /** The rep works longer. */
    record Overtime(String rep, int shift, double minutes) implements WouldHelp {
        @Override
        public String code() {
            return "OVERTIME";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "minutes", Math.ceil(minutes));
        }
    }

    /** The visit may begin at another time. */
    record OtherTime(String rep, double at) implements WouldHelp {
        @Override
        public String code() {
            return "OTHER_TIME";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "at", at);
        }
    }

    /** A rep who has the time learns what is missing, or less is asked for. */
    record Skill(String rep, Set<String> skills) implements WouldHelp {
        public Skill {
            skills = Set.copyOf(skills);
        }

        @Override
        public String code() {
            return "SKILL";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "skills", skills);
        }
    }

    /** A vehicle has more room. */
    record Room(String rep, double amount) implements WouldHelp {
        @Override
        public String code() {
            return "ROOM";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("rep", rep, "amount", amount);
        }
    }

    /** The visit is worth more. */
    record Worth(double amount) implements WouldHelp {
        @Override
        public String code() {
            return "WORTH";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("amount", amount);
        }
    }

    /** Another visit, which has to come before, is planned. */
    record Before(Set<String> visits) implements WouldHelp {
        public Before {
            visits = Set.copyOf(visits);
        }

        @Override
        public String code() {
            return "BEFORE";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("visits", visits);
        }
    }
}
