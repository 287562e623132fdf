package org.lotse.rules.check;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Capacity;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Purpose;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.Actions;
import org.lotse.rules.read.Names;
import org.lotse.rules.read.RuleContent;

/** Whether what one file names is there in another: the fallback action, tables of decisions. */
final class ReferenceCheck {
    private final RuleContent content;

    ReferenceCheck(RuleContent content) {
        this.content = content;
    }

    void check(Findings findings) {
        content.settings().ifPresent(settings -> fallback(settings.fallbackAction(), findings));
        capacities(findings);
        content.settings().ifPresent(settings -> legalBases(settings, findings));
        content.vocabulary().decisions().values().forEach(decision -> {
            switch (decision) {
                case DecisionDeclaration.AmongSubjects among ->
                    among.where().ifPresent(where -> table(where, among.key(), findings));
                case DecisionDeclaration.AmongActions among -> groups(among, findings);
                case DecisionDeclaration.ByRules ignored -> {}
            }
        });
    }

    private void fallback(ActionKey key, Findings findings) {
        Place place = new Place("settings.yaml", "", "fallback-action", 0);
        Optional<Action> action = content.catalogue().action(key);
        if (action.isEmpty()) {
            findings.error(
                    place, FindingCode.NO_FALLBACK_ACTION, "", key, Actions.nearest(content.catalogue(), key.value()));
        } else if (action.get().purpose() != Purpose.SERVICE) {
            findings.error(place, FindingCode.NO_FALLBACK_ACTION, "purpose", key);
        }
    }

    private void groups(DecisionDeclaration.AmongActions decision, Findings findings) {
        List<String> known = content.catalogue().actions().values().stream()
                .map(Action::group)
                .distinct()
                .toList();
        Stream.concat(decision.groups().stream(), decision.except().stream())
                .filter(group -> !known.contains(group))
                .sorted()
                .forEach(group -> findings.error(
                        new Place("vocabulary.yaml", "", "decisions." + decision.key() + ".candidates", 0),
                        FindingCode.UNKNOWN_GROUP,
                        "",
                        group,
                        Names.nearest(group, known).orElse("-")));
    }

    /** What has no legal basis is refused when it is asked for; whoever publishes should know before. */
    private void legalBases(Settings settings, Findings findings) {
        Set<Purpose> used = EnumSet.noneOf(Purpose.class);
        content.catalogue().actions().values().forEach(action -> used.add(action.purpose()));
        content.vocabulary().decisions().values().stream()
                .filter(decision -> !(decision instanceof DecisionDeclaration.AmongActions))
                .forEach(decision -> used.add(decision.purpose()));
        used.stream().filter(purpose -> settings.legalBasis(purpose).isEmpty()).forEach(purpose -> {
            String key = purpose.name().toLowerCase(Locale.ROOT);
            findings.warning(
                    new Place("settings.yaml", "", "retention." + key, 0), FindingCode.NO_LEGAL_BASIS, "", key);
        });
    }

    /** Where capacities are listed, everything used or priced has to be one of them. */
    private void capacities(Findings findings) {
        Set<String> known = content.catalogue().capacities().stream()
                .map(Capacity::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (known.isEmpty()) {
            return;
        }
        content.catalogue()
                .channels()
                .values()
                .forEach(channel -> channel.uses()
                        .keySet()
                        .forEach(key -> capacity(
                                key, known, list("channels"), channel.key().value(), findings)));
        content.catalogue()
                .actions()
                .values()
                .forEach(action -> action.usesIfAccepted()
                        .keySet()
                        .forEach(key -> capacity(
                                key, known, list("actions"), action.key().value(), findings)));
        content.settings()
                .ifPresent(settings -> settings.prices()
                        .keySet()
                        .forEach(key -> capacity(
                                key, known, new Place("settings.yaml", "", "prices." + key, 0), "prices", findings)));
    }

    private static void capacity(String key, Set<String> known, Place place, String by, Findings findings) {
        if (!known.contains(key)) {
            findings.error(
                    place,
                    FindingCode.UNKNOWN_CAPACITY,
                    "",
                    key,
                    Names.nearest(key, known).orElse(String.join(", ", known)),
                    by);
        }
    }

    private static Place list(String name) {
        return Place.ofFile(name + ".csv");
    }

    private void table(String where, String decision, Findings findings) {
        boolean there = content.files().stream()
                .anyMatch(file -> file.path().equals(where) || file.path().startsWith(where + "."));
        if (!there) {
            findings.error(
                    new Place("vocabulary.yaml", "", "decisions." + decision + ".candidates.where", 0),
                    FindingCode.UNKNOWN_FILE,
                    "",
                    where,
                    decision);
        }
    }
}
