package org.lotse.engine.planning.calls;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Why a customer is not on the call list. */
public sealed interface CallReason {
    /** Stable code; the wording in both languages is found by it. */
    String code();

    /** Named values for the wording. */
    Map<String, Object> arguments();

    /** No agent has all the skills this customer needs. */
    record NoAgentHasSkills(Set<String> skills) implements CallReason {
        public NoAgentHasSkills {
            skills = Set.copyOf(skills);
        }

        @Override
        public String code() {
            return "NO_AGENT_HAS_SKILLS";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("skills", skills);
        }
    }

    /** The customer is closed in every slot in which an agent with the skills works. */
    record ClosedWhenAgentsWork() implements CallReason {
        @Override
        public String code() {
            return "CLOSED_WHEN_AGENTS_WORK";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of();
        }
    }

    /** A call is expected to bring nothing in any open slot. */
    record NothingExpected() implements CallReason {
        @Override
        public String code() {
            return "NOTHING_EXPECTED";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of();
        }
    }

    /**
     * Every slot that suits is taken by calls that bring more.
     *
     * @param best the most a call to this customer could bring
     * @param slot when that would be
     * @param price what a call in that slot displaces
     */
    record TakenByMoreValuable(double best, Instant slot, double price) implements CallReason {
        @Override
        public String code() {
            return "TAKEN_BY_MORE_VALUABLE";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("best", best, "slot", slot, "price", price);
        }
    }

    /** A call-back was promised for a time at which the promised agent, or every agent with the skills, is off. */
    record PromisedAgentOff(String agent, Instant at) implements CallReason {
        @Override
        public String code() {
            return "PROMISED_AGENT_OFF";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("agent", agent, "at", at);
        }
    }

    /** The agent who promised the call-back lacks skills the customer needs. */
    record PromisedAgentLacksSkills(String agent, Set<String> skills) implements CallReason {
        public PromisedAgentLacksSkills {
            skills = Set.copyOf(skills);
        }

        @Override
        public String code() {
            return "PROMISED_AGENT_LACKS_SKILLS";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("agent", agent, "skills", skills);
        }
    }

    /** The slot of the promised call-back is full of other promises. */
    record PromisedSlotFull(String agent, Instant at) implements CallReason {
        @Override
        public String code() {
            return "PROMISED_SLOT_FULL";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("agent", agent, "at", at);
        }
    }

    /** Nobody has said when people of this country may be called. */
    record NoRuleForCountry(String country) implements CallReason {
        @Override
        public String code() {
            return "NO_RULE_FOR_COUNTRY";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of("country", country);
        }
    }

    /** Meanwhile somebody else has planned or made as many contacts as the contact policy allows. */
    record ContactLimit() implements CallReason {
        @Override
        public String code() {
            return "CONTACT_LIMIT";
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of();
        }
    }
}
