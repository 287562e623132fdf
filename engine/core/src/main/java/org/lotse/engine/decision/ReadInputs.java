package org.lotse.engine.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.PersonZone;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** Reads everything a decision needs through the ports; a part that is down is left out and named. */
final class ReadInputs {
    private static final Duration FATIGUE_WINDOW = Duration.ofDays(30);

    private final Subjects subjects;
    private final ContactLedger ledger;

    ReadInputs(Subjects subjects, ContactLedger ledger) {
        this.subjects = subjects;
        this.ledger = ledger;
    }

    /** The stored subject; empty when nothing is stored and the request says nothing either. */
    Optional<SubjectState> subject(DecisionRequest request, Attempt attempt) {
        Optional<SubjectState> unknown = Optional.of(SubjectState.unknown(request.subject()));
        Optional<SubjectState> stored =
                attempt.once(Part.SUBJECT, () -> subjects.find(request.subject(), request.at()), unknown);
        return stored.isEmpty() && !request.attributes().isEmpty() ? unknown : stored;
    }

    /**
     * Everything a decision needs.
     *
     * @param seed for this try, as another was faster with the contact the one before needed
     */
    Inputs read(
            DecisionRequest request,
            long seed,
            SubjectState state,
            DecisionDeclaration declaration,
            RuleSet rules,
            Serving serving,
            Attempt attempt) {
        attempt.ahead(Part.CONTACT_LEDGER, () -> ledger.standing(request.subject(), request.at()), standing -> {
            attempt.keep(Part.CONSENT, standing.permissions());
            attempt.keep(Part.CONTACT_LEDGER, standing.history());
            attempt.keep(Part.PERSON, standing.person());
        });
        Permissions permissions =
                attempt.once(Part.CONSENT, () -> ledger.permissions(request.subject(), request.at()), Permissions.NONE);
        ContactHistory history = attempt.once(
                Part.CONTACT_LEDGER, () -> ledger.history(request.subject(), request.at()), ContactHistory.EMPTY);
        Prepared prepared = Prepared.of(rules);
        Reader reader = new Reader(request, rules, prepared, serving, attempt);
        Terms terms = reader.withLinked(reader.resolve(state, given(request), permissions), state);
        Map<SubjectId, Terms> candidates = reader.candidates(declaration);
        return new Inputs(
                request.decision(),
                request.subject(),
                request.at(),
                seed,
                request.channel(),
                request.direction(),
                request.limit(),
                request.placements(),
                terms,
                candidates,
                permissions,
                rules.contactPolicy()
                        .usage(
                                history,
                                request.at(),
                                PersonZone.of(terms, rules.settings().zone())),
                recentContacts(history, request),
                prepared.prices(serving.prices()),
                isControl(request, rules, attempt),
                attempt.leftOut());
    }

    /** Of records that were merged the leading one decides; a what-if holds nobody out. */
    private boolean isControl(DecisionRequest request, RuleSet rules, Attempt attempt) {
        ControlGroup control = rules.settings().control();
        return !request.whatIf()
                && control.share() > 0
                && control.contains(
                        attempt.once(Part.PERSON, () -> ledger.person(request.subject()), request.subject()));
    }

    /** Terms that must not be missing and are. */
    static List<TermKey> refused(Inputs inputs, RuleSet rules) {
        List<TermPath> mustBeThere =
                Prepared.of(rules).mustBeThere(inputs.subject().type());
        return mustBeThere.isEmpty()
                ? List.of()
                : mustBeThere.stream()
                        .filter(path -> inputs.terms().at(path) instanceof Reading.Absent)
                        .map(TermPath::key)
                        .toList();
    }

    /** What reading needs of a bundle, worked out once. */
    private static final class Prepared {
        private final ResolveTerms resolve;
        private final Map<SubjectType, List<TermPath>> mustBeThere = new HashMap<>();
        private final Map<String, Double> declaredPrices;
        private volatile @Nullable Effective last;

        private record Effective(PriceList list, Map<String, Price> prices) {}

        private Prepared(RuleSet rules) {
            this.resolve = new ResolveTerms(rules.vocabulary(), rules.settings().zone());
            this.declaredPrices = rules.settings().prices();
            rules.vocabulary().subjects().forEach((type, subject) -> {
                List<TermPath> paths = subject.terms().values().stream()
                        .filter(term -> term.missing() instanceof Missing.Refuse)
                        .map(term -> TermPath.of(term.key()))
                        .toList();
                mustBeThere.put(type, paths);
            });
        }

        static Prepared of(RuleSet rules) {
            return rules.kept(Prepared.class, Prepared::new);
        }

        List<TermPath> mustBeThere(SubjectType type) {
            return mustBeThere.getOrDefault(type, List.of());
        }

        /** The prices of the list, and the declared ones of what it does not speak about. */
        @SuppressWarnings(
                "ReferenceEquality") // The list in force is the same for minutes; equal ones are worked out anew.
        Map<String, Price> prices(PriceList list) {
            Effective known = last;
            if (known == null || known.list() != list) {
                known = new Effective(list, Map.copyOf(list.over(declaredPrices)));
                last = known;
            }
            return known.prices();
        }
    }

    private static Map<TermKey, Value> given(DecisionRequest request) {
        if (request.attributes().isEmpty() || request.context().isEmpty()) {
            return request.attributes().isEmpty() ? request.context() : request.attributes();
        }
        Map<TermKey, Value> given = new HashMap<>(request.context());
        given.putAll(request.attributes());
        return given;
    }

    private static int recentContacts(ContactHistory history, DecisionRequest request) {
        Instant since = request.at().minus(FATIGUE_WINDOW);
        int recent = 0;
        for (Contact contact : history.contacts()) {
            recent += contact.direction() == Direction.OUTBOUND && contact.at().isAfter(since) ? 1 : 0;
        }
        return recent;
    }

    /** Resolves the terms of the subject, of what it is linked to and of competing subjects, for one request. */
    private final class Reader {
        private final DecisionRequest request;
        private final ResolveTerms resolve;
        private final RuleSet rules;
        private final Serving serving;
        private final Attempt attempt;

        Reader(DecisionRequest request, RuleSet rules, Prepared prepared, Serving serving, Attempt attempt) {
            this.request = request;
            this.rules = rules;
            this.resolve = prepared.resolve;
            this.serving = serving;
            this.attempt = attempt;
        }

        Terms resolve(SubjectState state, Map<TermKey, Value> given, Permissions permissions) {
            return resolve.resolve(new ResolveTerms.Sources(
                    state, given, permissions.marketing(), request.at(), serving.predictions(), serving.statistics()));
        }

        /** The subject's terms and those of what it is linked to. */
        Terms withLinked(Terms terms, SubjectState state) {
            Terms all = terms;
            for (Map.Entry<String, SubjectId> link : state.links().entrySet()) {
                Optional<SubjectState> found =
                        attempt.tried(Part.SUBJECT, () -> subjects.find(link.getValue(), request.at()));
                if (found.isPresent()) {
                    Terms own = resolve(found.get(), Map.of(), permissionsOf(found.get()));
                    Terms judged = own.with(concluded(found.get().id().type(), own));
                    all = all.with(ResolveTerms.scoped(link.getKey(), judged));
                }
            }
            return all;
        }

        /** What the rules conclude about a linked subject: its service level is readable as well as its age. */
        private Map<TermPath, Reading> concluded(SubjectType type, Terms own) {
            Map<TermPath, Reading> concluded = new HashMap<>();
            rules.judge(new RuleRequest(
                            new DecisionDeclaration.ByRules("linked", type, List.of()),
                            type,
                            own,
                            Map.of(),
                            request.at()))
                    .conclusions()
                    .forEach((key, conclusion) -> conclusion
                            .value()
                            .ifPresent(value -> concluded.put(TermPath.of(key), new Reading.Known(value))));
            return concluded;
        }

        private Permissions permissionsOf(SubjectState other) {
            return attempt.tried(Part.CONSENT, () -> Optional.of(ledger.permissions(other.id(), request.at())))
                    .orElse(Permissions.NONE);
        }

        Map<SubjectId, Terms> candidates(DecisionDeclaration declaration) {
            if (!(declaration instanceof DecisionDeclaration.AmongSubjects among)) {
                return Map.of();
            }
            Map<SubjectId, Terms> candidates = new LinkedHashMap<>();
            List<SubjectState> all = attempt.tried(
                            Part.SUBJECT, () -> Optional.of(subjects.all(among.candidates(), request.at())))
                    .orElse(List.of());
            for (SubjectState candidate : all) {
                candidates.put(candidate.id(), scoped(among.candidates().value(), candidate));
            }
            return candidates;
        }

        private Terms scoped(String scope, SubjectState other) {
            Permissions permissions = Permissions.NONE;
            return ResolveTerms.scoped(scope, resolve(other, Map.of(), permissions));
        }
    }
}
