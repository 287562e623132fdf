package org.lotse.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Terms;

/** Inputs that differ from others in a few things: what explanations and the costs of limits ask about. */
final class Other {
    private final Inputs like;
    private Instant at;
    private Optional<ChannelKey> channel;
    private Direction direction;
    private Terms terms;
    private Map<SubjectId, Terms> candidates;
    private Permissions permissions;
    private List<CapUsage> caps;
    private Map<String, Price> prices;
    private List<Part> unavailable;

    Other(Inputs like) {
        this.like = like;
        this.at = like.at();
        this.channel = like.channel();
        this.direction = like.direction();
        this.terms = like.terms();
        this.candidates = like.candidates();
        this.permissions = like.permissions();
        this.caps = like.caps();
        this.prices = like.prices();
        this.unavailable = like.unavailable();
    }

    Other at(Instant moment) {
        at = moment;
        return this;
    }

    Other asked(Optional<ChannelKey> over, Direction toward) {
        channel = over;
        direction = toward;
        return this;
    }

    Other terms(Terms otherwise) {
        terms = otherwise;
        return this;
    }

    Other candidates(Map<SubjectId, Terms> otherwise) {
        candidates = otherwise;
        return this;
    }

    Other permissions(Permissions otherwise) {
        permissions = otherwise;
        return this;
    }

    Other caps(List<CapUsage> otherwise) {
        caps = otherwise;
        return this;
    }

    Other prices(Map<String, Price> otherwise) {
        prices = otherwise;
        return this;
    }

    Other unavailable(List<Part> otherwise) {
        unavailable = otherwise;
        return this;
    }

    Inputs inputs() {
        return new Inputs(
                like.decision(),
                like.subject(),
                at,
                like.seed(),
                channel,
                direction,
                like.limit(),
                like.placements(),
                terms,
                candidates,
                permissions,
                caps,
                like.recentContacts(),
                prices,
                like.control(),
                unavailable);
    }
}
