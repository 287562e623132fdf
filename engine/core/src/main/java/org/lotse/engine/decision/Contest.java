package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.calculation.Placed;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.Keys;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.LocalDays;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermLayout;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;

/**
 * The actions that compete in one declared decision, with everything worked out about them that is the same for everybody:
 * made once per bundle, read by every decision. Immutable and safe for many threads.
 */
final class Contest {
    private final List<Contender> contenders;
    private final Map<CandidateRef, Terms> candidates;
    private final Keys<Decision.Pair> pairs;
    private final Harmless harmless;
    private final int channels;
    private final Pairing[] pairings;
    private final boolean isTimeless;
    private final LocalDays days;

    /** The values' calculations by number of pairing, for the layout of terms met last. */
    private volatile @Nullable Values last;

    private record Values(TermLayout layout, Placed[] byPairing) {}

    /** The places of concluded terms for the keys and the layout met last. */
    private volatile @Nullable Concluded lastConcluded;

    private record Concluded(Keys<TermKey> keys, TermLayout layout, int @Nullable [] places) {}

    private Contest(RuleSet rules, DecisionDeclaration.AmongActions declaration) {
        this.harmless = new Harmless(rules, declaration.subject());
        this.days = new LocalDays(rules.settings().zone());
        List<Channel> numbered = List.copyOf(rules.catalogue().channels().values());
        List<Contender> competing = new ArrayList<>();
        List<Decision.Pair> numberedPairs = new ArrayList<>();
        List<Pairing> all = new ArrayList<>();
        for (Action action : rules.catalogue().actions().values()) {
            if (declaration.considers(action.group())) {
                List<Pairing> pairings = new ArrayList<>();
                for (ChannelKey key : action.channels()) {
                    rules.catalogue().channel(key).ifPresent(channel -> {
                        Pairing pairing = pairing(
                                rules,
                                action,
                                channel,
                                numbered.indexOf(channel),
                                all.size(),
                                competing.size(),
                                numberedPairs);
                        pairings.add(pairing);
                        all.add(pairing);
                    });
                }
                competing.add(new Contender(
                        competing.size(),
                        action,
                        new CandidateRef.OfAction(action.key()),
                        rules.settings().legalBasis(action.purpose()).isPresent(),
                        harmless.allows(action),
                        rules.settings().exploration(action.group()),
                        Math.max(0, action.minimumMargin()),
                        pairings));
            }
        }
        this.channels = numbered.size();
        this.contenders = List.copyOf(competing);
        this.pairings = all.toArray(Pairing[]::new);
        this.isTimeless = competing.stream()
                .allMatch(one -> one.action().validFrom().isEmpty()
                        && one.action().validUntil().isEmpty());
        this.pairs = new Keys<>(numberedPairs);
        Object[] none = new Object[contenders.size()];
        Arrays.fill(none, Terms.NONE);
        this.candidates = new Keyed<>(
                new Keys<>(contenders.stream().map(Contender::candidate).toList()), none);
    }

    private Pairing pairing(
            RuleSet rules,
            Action action,
            Channel channel,
            int channelNumber,
            int number,
            int contender,
            List<Decision.Pair> numberedPairs) {
        Decision.Pair pair = new Decision.Pair(action.key().value(), channel.key());
        int known = numberedPairs.indexOf(pair);
        if (known < 0) {
            numberedPairs.add(pair);
        }
        Action.Economics economics = action.on(channel.key());
        return new Pairing(
                number,
                contender,
                known < 0 ? numberedPairs.size() - 1 : known,
                action,
                channel,
                channelNumber,
                Optional.of(channel.key()),
                pair,
                economics,
                List.copyOf(economics.value().terms()),
                harmless.terms(economics.value().terms()),
                rules.contactPolicy().applyingTo(action, channel.key(), Direction.INBOUND),
                rules.contactPolicy().applyingTo(action, channel.key(), Direction.OUTBOUND),
                Uses.of(action, channel));
    }

    /** The contests of one bundle by decision. */
    private static final class OfBundle {
        private final RuleSet rules;
        private final Map<String, Contest> byDecision = new ConcurrentHashMap<>();

        OfBundle(RuleSet rules) {
            this.rules = rules;
        }

        Contest in(DecisionDeclaration.AmongActions declaration) {
            Contest known = byDecision.get(declaration.key());
            return known != null
                    ? known
                    : byDecision.computeIfAbsent(declaration.key(), key -> new Contest(rules, declaration));
        }
    }

    /** The contest of a declared decision; worked out when it is first asked for. */
    static Contest of(RuleSet rules, DecisionDeclaration.AmongActions declaration) {
        return rules.kept(OfBundle.class, OfBundle::new).in(declaration);
    }

    /** Who competes, in the order of the catalogue. */
    List<Contender> contenders() {
        return contenders;
    }

    /** The same as the rules are asked about them. */
    Map<CandidateRef, Terms> candidates() {
        return candidates;
    }

    /** Every pair of action and channel; its place is that of its {@link Pairing}. */
    Keys<Decision.Pair> pairs() {
        return pairs;
    }

    /** Every pairing by its number. */
    Pairing[] pairings() {
        return pairings;
    }

    /** Whether no action has days of validity. */
    boolean isTimeless() {
        return isTimeless;
    }

    /** The days of the company. */
    LocalDays days() {
        return days;
    }

    /**
     * The places of what the rules conclude in a layout of terms; null when one has no place there.
     *
     * @param concluded the terms the rules conclude
     */
    int @Nullable [] places(Keys<TermKey> concluded, TermLayout layout) {
        Concluded known = lastConcluded;
        if (known == null || known.keys() != concluded || known.layout() != layout) {
            int[] places = new int[concluded.size()];
            boolean fits = true;
            for (int each = 0; each < places.length; each++) {
                places[each] = layout.find(TermPath.of(concluded.at(each)));
                fits &= places[each] >= 0;
            }
            known = new Concluded(concluded, layout, fits ? places : null);
            lastConcluded = known;
        }
        return known.places();
    }

    Harmless harmless() {
        return harmless;
    }

    /** How many channels there are. */
    int channels() {
        return channels;
    }

    /** What calculates the value of each pairing from terms of this layout, by number. */
    Placed[] values(TermLayout layout) {
        Values known = last;
        if (known == null || known.layout() != layout) {
            known = new Values(layout, placed(layout));
            last = known;
        }
        return known.byPairing();
    }

    private Placed[] placed(TermLayout layout) {
        Map<Calculation, Placed> made = new IdentityHashMap<>();
        Placed[] byPairing = new Placed[pairings.length];
        for (Contender contender : contenders) {
            for (Pairing pairing : contender.pairings()) {
                byPairing[pairing.number()] = made.computeIfAbsent(
                        pairing.economics().value(), calculation -> Placed.of(calculation, layout::find));
            }
        }
        return byPairing;
    }
}
