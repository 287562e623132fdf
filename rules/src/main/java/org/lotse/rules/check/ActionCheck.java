package org.lotse.rules.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Title;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.read.Names;
import org.lotse.rules.read.RuleContent;

/** Whether actions have what they need elsewhere: a rule that says who may have them, a model, a limit of contacts. */
final class ActionCheck {
    private final RuleContent content;
    private final Optional<Set<String>> models;

    ActionCheck(RuleContent content, Optional<Set<String>> models) {
        this.content = content;
        this.models = models;
    }

    void check(Findings findings) {
        List<Consequence.ActionVerdict> allowing = content.files().stream()
                .filter(file -> file.candidate().isEmpty())
                .flatMap(file -> file.rules().stream())
                .flatMap(rule -> rule.consequences().stream())
                .flatMap(each -> each instanceof Consequence.ActionVerdict verdict
                        ? Stream.of(verdict)
                        : Stream.<Consequence.ActionVerdict>empty())
                .filter(verdict -> verdict.allowed() && verdict.layer() == Layer.ELIGIBILITY)
                .toList();
        Set<ChannelKey> unlimited = new LinkedHashSet<>();
        for (Action action : content.catalogue().actions().values()) {
            if (allowing.stream().noneMatch(verdict -> verdict.actions().matches(action))) {
                findings.info(
                        Place.ofFile("actions.csv"),
                        FindingCode.ACTION_WITHOUT_RULE,
                        "",
                        action.title().en(),
                        action.title().de());
            }
            model(action, findings);
            unlimited(action, unlimited, findings);
        }
    }

    private void model(Action action, Findings findings) {
        Set<String> named = new LinkedHashSet<>();
        named.add(action.economics().model());
        action.byChannel().values().forEach(economics -> named.add(economics.model()));
        models.ifPresent(known -> named.stream()
                .filter(model -> !known.contains(model))
                .forEach(model -> findings.error(
                        Place.ofFile("actions.csv"),
                        FindingCode.UNKNOWN_MODEL,
                        "",
                        model,
                        Names.nearest(model, known).orElse("-"))));
    }

    /** Where there is a contact policy at all, it should say something about each way to advertise. */
    private void unlimited(Action action, Set<ChannelKey> told, Findings findings) {
        if (action.purpose() != Purpose.MARKETING
                || content.contactPolicy().caps().isEmpty()) {
            return;
        }
        action.channels().stream()
                .flatMap(key -> content.catalogue().channel(key).stream())
                .filter(channel -> channel.directions().contains(Direction.OUTBOUND))
                .filter(channel -> content.contactPolicy()
                        .applyingTo(action, channel.key(), Direction.OUTBOUND)
                        .isEmpty())
                .map(Channel::key)
                .filter(told::add)
                .flatMap(key -> content.catalogue().channel(key).stream())
                .forEach(channel -> unlimited(channel.title(), findings));
    }

    private static void unlimited(Title channel, Findings findings) {
        findings.warning(
                Place.ofFile("contact-policy.csv"), FindingCode.CONTACT_UNLIMITED, "", channel.en(), channel.de());
    }
}
