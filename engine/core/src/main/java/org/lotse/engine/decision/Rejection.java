package org.lotse.engine.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;

/** Why a candidate was not chosen: the first thing that stood in its way. */
public sealed interface Rejection {
    /** Where in the pipeline it fell. */
    Stage stage();

    /** The stages of the pipeline in which a candidate can fall, in order. */
    enum Stage {
        VALIDITY,
        LEGAL_BASIS,
        DEGRADED,
        PURPOSE,
        ELIGIBILITY,
        APPLICABILITY,
        SUITABILITY,
        CHANNEL,
        CONSENT,
        CONTACT_POLICY,
        PROMISE,
        PREDICTION,
        VALUE,
        CONTROL_GROUP,
        ARBITRATION
    }

    /** Not offered on that day. */
    record NotValid(Optional<LocalDate> from, Optional<LocalDate> until) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.VALIDITY;
        }
    }

    /** The company has named no legal basis for what it is done for. */
    record NoLegalBasis(Purpose purpose) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.LEGAL_BASIS;
        }
    }

    /** It would be offered, or be worth what it is, only because of data that may not be used for its purpose. */
    record WrongPurpose(Purpose purpose, List<TermPath> terms) implements Rejection {
        public WrongPurpose {
            terms = List.copyOf(terms);
        }

        @Override
        public Stage stage() {
            return Stage.PURPOSE;
        }
    }

    /** A part that marketing must not go without could not be read. */
    record PartUnavailable(Part part) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.DEGRADED;
        }
    }

    /** The engagement policy stopped it. */
    record ByRules(Verdict verdict) implements Rejection {
        @Override
        public Stage stage() {
            Layer layer = verdict.layer();
            return switch (layer) {
                case ELIGIBILITY -> Stage.ELIGIBILITY;
                case APPLICABILITY -> Stage.APPLICABILITY;
                case SUITABILITY -> Stage.SUITABILITY;
            };
        }
    }

    /** No channel of the action goes in the direction, or is the one asked for. */
    record NoChannel(List<ChannelKey> has, Optional<ChannelKey> asked, Direction direction) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.CHANNEL;
        }
    }

    /** The channel is closed at this hour. */
    record ChannelClosed(ChannelKey channel) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.CHANNEL;
        }
    }

    /** A rule forbids the channel, or asks for others only. */
    record ChannelForbidden(ChannelKey channel, Firing by) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.CHANNEL;
        }
    }

    /** The consent that marketing over the channel needs is not given. */
    record NoConsent(ChannelKey channel, TermKey consent) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.CONSENT;
        }
    }

    /** The person has objected. */
    record Objected(ChannelKey channel, Purpose purpose) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.CONSENT;
        }
    }

    /** A cap of the contact policy is used up. */
    record CapReached(ChannelKey channel, CapUsage usage) implements Rejection {
        /** When it is free again. */
        public Optional<Instant> freeAgainAt() {
            return usage.freeAgainAt();
        }

        @Override
        public Stage stage() {
            return Stage.CONTACT_POLICY;
        }
    }

    /** Choosing it would break a promise. */
    record BreaksPromise(ChannelKey channel, RowRef promise) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.PROMISE;
        }
    }

    /** No model says how likely acceptance is. */
    record NoPrediction(String model, ChannelKey channel) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.PREDICTION;
        }
    }

    /** What it is worth cannot be calculated: terms are missing. */
    record ValueUnknown(List<TermPath> missing) implements Rejection {
        public ValueUnknown {
            missing = List.copyOf(missing);
        }

        @Override
        public Stage stage() {
            return Stage.VALUE;
        }
    }

    /** It belongs to none of the groups that the places asked for take. */
    record NoPlacement(String group) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.CHANNEL;
        }
    }

    /** A cap of the contact policy allowed one contact more, and another place of the same request has it. */
    record PlacedElsewhere(ChannelKey channel, String cap, String placement) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.CONTACT_POLICY;
        }
    }

    /** The person belongs to the control group, which gets no marketing. */
    record InControlGroup(Optional<ChannelKey> channel, Factors factors) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.CONTROL_GROUP;
        }
    }

    /** It is worth less than doing nothing, or less than its minimum margin. */
    record BelowMinimum(ChannelKey channel, Factors factors, double needed) implements Rejection {
        @Override
        public Stage stage() {
            return Stage.ARBITRATION;
        }
    }

    /** Others are worth more and the answer has no room for it. */
    record Outranked(int rank, String by, double needed, Optional<ChannelKey> channel, Factors factors)
            implements Rejection {
        @Override
        public Stage stage() {
            return Stage.ARBITRATION;
        }
    }
}
