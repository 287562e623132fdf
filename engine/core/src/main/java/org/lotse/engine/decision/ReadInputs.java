package org.lotse.engine.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.ContactLedger;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.PersonZone;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.Statistics;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;

/** Reads everything a decision needs through the ports; a part that is down is left out and named. */
final class ReadInputs {
    private static final Duration FATIGUE_WINDOW = Duration.ofDays(30);

    private final Subjects subjects;
    private final ContactLedger ledger;

    ReadInputs(Subjects subjects, ContactLedger ledger) {
        this.subjects = subjects;
        this.ledger = ledger;
    }

    /** The stored subject; empty when nothing is stored. */
    Optional<SubjectState> subject(DecisionRequest request) {
        return subjects.find(request.subject(), request.at());
    }

    Inputs read(
            DecisionRequest request,
            SubjectState state,
            DecisionDeclaration declaration,
            RuleSet rules,
            Predictions predictions,
            Statistics statistics) {
        List<Inputs.Part> unavailable = new ArrayList<>();
        Permissions permissions =
                orElse(unavailable, () -> ledger.permissions(request.subject(), request.at()), Permissions.NONE);
        ContactHistory history =
                orElse(unavailable, () -> ledger.history(request.subject(), request.at()), ContactHistory.EMPTY);
        Reader reader = new Reader(request, rules, predictions, statistics);
        Terms terms = reader.resolve(state, given(request), permissions).with(reader.linked(state));
        return new Inputs(
                request.decision(),
                request.subject(),
                request.at(),
                request.seed(),
                request.channel(),
                request.direction(),
                request.limit(),
                terms,
                reader.candidates(declaration),
                permissions,
                rules.contactPolicy()
                        .usage(
                                history,
                                request.at(),
                                PersonZone.of(terms, rules.settings().zone())),
                recentContacts(history, request),
                rules.settings().prices(),
                unavailable.stream().distinct().toList());
    }

    private static Map<TermKey, Value> given(DecisionRequest request) {
        Map<TermKey, Value> given = new HashMap<>(request.context());
        given.putAll(request.attributes());
        return given;
    }

    private static <T> T orElse(List<Inputs.Part> unavailable, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (RuntimeException failure) {
            unavailable.add(Inputs.Part.CONTACT_LEDGER);
            return otherwise;
        }
    }

    private static int recentContacts(ContactHistory history, DecisionRequest request) {
        return (int) history.contacts().stream()
                .filter(contact -> contact.direction() == Direction.OUTBOUND)
                .filter(contact -> contact.at().isAfter(request.at().minus(FATIGUE_WINDOW)))
                .count();
    }

    /** Resolves the terms of the subject, of what it is linked to and of competing subjects, for one request. */
    private final class Reader {
        private final DecisionRequest request;
        private final Vocabulary vocabulary;
        private final ResolveTerms resolve;
        private final Predictions predictions;
        private final Statistics statistics;

        Reader(DecisionRequest request, RuleSet rules, Predictions predictions, Statistics statistics) {
            this.request = request;
            this.vocabulary = rules.vocabulary();
            this.resolve = new ResolveTerms(vocabulary, rules.settings().zone());
            this.predictions = predictions;
            this.statistics = statistics;
        }

        Terms resolve(SubjectState state, Map<TermKey, Value> given, Permissions permissions) {
            return resolve.resolve(new ResolveTerms.Sources(
                    state, given, consents(permissions), request.at(), predictions, statistics));
        }

        SortedMap<TermPath, Reading> linked(SubjectState state) {
            SortedMap<TermPath, Reading> linked = new TreeMap<>();
            state.links()
                    .forEach((link, id) ->
                            subjects.find(id, request.at()).ifPresent(other -> linked.putAll(scoped(link, other))));
            return linked;
        }

        Map<SubjectId, Terms> candidates(DecisionDeclaration declaration) {
            if (!(declaration instanceof DecisionDeclaration.AmongSubjects among)) {
                return Map.of();
            }
            Map<SubjectId, Terms> candidates = new LinkedHashMap<>();
            for (SubjectState candidate : subjects.all(among.candidates(), request.at())) {
                candidates.put(
                        candidate.id(), new Terms(scoped(among.candidates().value(), candidate)));
            }
            return candidates;
        }

        private SortedMap<TermPath, Reading> scoped(String scope, SubjectState other) {
            Permissions permissions = Permissions.NONE;
            return ResolveTerms.scoped(scope, resolve(other, Map.of(), permissions))
                    .readings();
        }

        /** Consent terms name the channel as people write it; the ledger knows it by key. */
        private Map<String, Boolean> consents(Permissions permissions) {
            Map<String, Boolean> consents = new HashMap<>();
            vocabulary.terms(request.subject().type()).values().stream()
                    .map(Term::source)
                    .forEach(source -> {
                        if (source instanceof Source.Consent(String channel)) {
                            Boolean granted = permissions.marketing().get(new ChannelKey(channel));
                            if (granted != null) {
                                consents.put(channel, granted);
                            }
                        }
                    });
            return consents;
        }
    }
}
