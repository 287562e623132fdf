package org.lotse.api.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lotse.api.consent.Consents.Consent;
import org.lotse.api.consent.Consents.Granted;
import org.lotse.api.consent.Consents.Objection;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;

/**
 * What stands in the ledgers about one record of a person; pure.
 *
 * @param record which record
 * @param since since when it is merged with others, if it is
 * @param consents oldest first
 * @param granted those of them that were given, with their numbers
 * @param objections oldest first
 */
record RecordLedger(
        SubjectId record,
        Optional<Instant> since,
        List<Consent> consents,
        List<Granted> granted,
        List<Objection> objections) {
    RecordLedger {
        consents = List.copyOf(consents);
        granted = List.copyOf(granted);
        objections = List.copyOf(objections);
    }

    boolean isEmpty() {
        return consents.isEmpty() && objections.isEmpty();
    }

    /**
     * What a person allows whose records these are. Each record is read with what the person said since the merge,
     * wherever it was noted; of different results the most restrictive one holds.
     *
     * @param channels every channel there is: who objected to marketing and later allowed one channel still objects to the
     *     others
     */
    static Permissions permissions(List<RecordLedger> records, Set<ChannelKey> channels, Instant at) {
        return records.stream()
                .map(record -> record.withOthers(records))
                .map(record -> permissions(record.consents, record.objections, channels, at))
                .reduce(RecordLedger::strictest)
                .orElse(Permissions.NONE);
    }

    private RecordLedger withOthers(List<RecordLedger> all) {
        if (all.size() == 1) {
            return this;
        }
        List<Consent> said = new ArrayList<>(consents);
        List<Objection> objected = new ArrayList<>(objections);
        for (RecordLedger other : all) {
            if (!other.record.equals(record)) {
                Instant together = since.orElse(Instant.MIN).isAfter(other.since.orElse(Instant.MIN))
                        ? since.orElse(Instant.MIN)
                        : other.since.orElse(Instant.MIN);
                other.consents.stream()
                        .filter(one -> !one.at().isBefore(together))
                        .forEach(said::add);
                other.objections.stream()
                        .filter(one -> !one.at().isBefore(together))
                        .forEach(objected::add);
            }
        }
        said.sort(Comparator.comparing(Consent::at));
        objected.sort(Comparator.comparing(Objection::at));
        return new RecordLedger(record, since, said, granted, objected);
    }

    private static Permissions strictest(Permissions one, Permissions other) {
        Map<ChannelKey, Boolean> marketing = new HashMap<>(one.marketing());
        other.marketing().forEach((channel, allowed) -> marketing.merge(channel, allowed, Boolean::logicalAnd));
        Set<Purpose> purposes = new HashSet<>(one.objectedPurposes());
        purposes.addAll(other.objectedPurposes());
        Set<ChannelKey> channels = new HashSet<>(one.objectedChannels());
        channels.addAll(other.objectedChannels());
        marketing.replaceAll(
                (channel, allowed) -> allowed && !channels.contains(channel) && !purposes.contains(Purpose.MARKETING));
        return new Permissions(marketing, purposes, channels);
    }

    static Permissions permissions(
            List<Consent> consents, List<Objection> objections, Set<ChannelKey> known, Instant at) {
        Map<ChannelKey, Consent> latest = new HashMap<>();
        consents.stream()
                .filter(consent -> consent.purpose() == Purpose.MARKETING)
                .forEach(consent -> latest.put(consent.channel(), consent));
        Set<Purpose> purposes = new HashSet<>();
        Set<ChannelKey> channels = new HashSet<>();
        objections.stream().filter(objection -> objection.holdsAt(at)).forEach(objection -> {
            if (objection.channel().isPresent()) {
                ChannelKey channel = objection.channel().get();
                if (!isLifted(objection, Optional.ofNullable(latest.get(channel)))) {
                    channels.add(channel);
                }
            } else if (objection.purpose() == Purpose.SERVICE) {
                purposes.add(Purpose.SERVICE);
            } else if (latest.values().stream().noneMatch(consent -> isLifted(objection, Optional.of(consent)))) {
                purposes.add(Purpose.MARKETING);
            } else {
                // Marketing as a whole was objected to, and later allowed again on some channels only.
                Stream.concat(known.stream(), latest.keySet().stream())
                        .filter(channel -> !isLifted(objection, Optional.ofNullable(latest.get(channel))))
                        .forEach(channels::add);
            }
        });
        Map<ChannelKey, Boolean> marketing = new HashMap<>();
        latest.forEach((channel, consent) -> marketing.put(
                channel, consent.granted() && !channels.contains(channel) && !purposes.contains(Purpose.MARKETING)));
        channels.forEach(channel -> marketing.put(channel, false));
        return new Permissions(marketing, purposes, channels);
    }

    private static boolean isLifted(Objection objection, Optional<Consent> consent) {
        return consent.filter(Consent::granted)
                .filter(later -> later.at().isAfter(objection.at()))
                .isPresent();
    }
}
