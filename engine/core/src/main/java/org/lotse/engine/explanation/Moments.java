package org.lotse.engine.explanation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lotse.engine.action.Action;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.decision.Inputs;
import org.lotse.engine.rule.RuleSet;

/** The later moments at which an action may be free to be chosen. */
final class Moments {
    private static final double DAYS = 90;

    private Moments() {}

    /** Waiting until a cap is free, a channel opens, a row or the action comes into force, the soonest first. */
    static List<Change> of(Inputs inputs, RuleSet rules, Action action, Movable movable) {
        ZoneId zone = rules.settings().zone();
        TreeSet<Instant> starts = new TreeSet<>();
        starts.add(inputs.at());
        inputs.caps().stream()
                .map(CapUsage::freeAgainAt)
                .flatMap(Optional::stream)
                .filter(free -> !free.equals(Instant.MAX))
                .forEach(starts::add);
        action.validFrom().ifPresent(day -> starts.add(day.atStartOfDay(zone).toInstant()));
        movable.days().forEach(day -> starts.add(day.atStartOfDay(zone).toInstant()));
        TreeSet<Instant> moments = new TreeSet<>(starts);
        for (Instant start : starts) {
            action.channels().stream()
                    .flatMap(key -> rules.catalogue().channel(key).stream())
                    .flatMap(channel -> channel.hours().opensAt(start, zone).stream())
                    .forEach(moments::add);
        }
        List<Change> changes = new ArrayList<>();
        for (Instant moment : moments.tailSet(inputs.at(), false)) {
            changes.add(new Change.OfTime(
                    inputs.at(), moment, Duration.between(inputs.at(), moment).toMinutes() / (24 * 60 * DAYS)));
        }
        return changes;
    }
}
