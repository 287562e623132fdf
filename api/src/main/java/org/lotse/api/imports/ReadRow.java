package org.lotse.api.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.consent.Consents;
import org.lotse.api.subjects.Delivery;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** Turns one line into what is stored of it, or says what is wrong with it. */
final class ReadRow {
    private final Mapping mapping;
    private final Instant now;

    ReadRow(Mapping mapping, Instant now) {
        this.mapping = mapping;
        this.now = now;
    }

    /** All that one line says. */
    record Content(
            Delivery delivery,
            List<Event> events,
            List<Consents.Consent> consents,
            List<Consents.Objection> objections) {}

    /** Why the line is to be left out, if it is. */
    Optional<String> skipped(Row row) {
        return mapping.skipWhen().stream()
                .filter(condition -> condition.holds(row))
                .map(Condition::because)
                .findFirst();
    }

    /**
     * Reads a line whole.
     *
     * @throws Damaged at the first thing that cannot be read
     */
    Content read(Row row) {
        SubjectId subject = new SubjectId(mapping.subject(), mapping.id().of(row));
        Map<TermKey, Value> attributes = new HashMap<>();
        mapping.attributes()
                .forEach((term, source) ->
                        source.value(term, row).ifPresent(value -> attributes.put(term.key(), value)));
        Map<String, SubjectId> links = new HashMap<>();
        mapping.links().forEach((name, link) -> {
            if (link.id().columns().stream()
                    .noneMatch(column -> row.cell(column).isEmpty())) {
                links.put(name, new SubjectId(link.target(), link.id().of(row)));
            }
        });
        Delivery delivery = new Delivery(
                subject, attributes, links, mapping.validFrom().of(row).toInstant());
        return new Content(delivery, events(row, subject), consents(row), objections(row));
    }

    private List<Event> events(Row row, SubjectId subject) {
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < mapping.events().size(); number++) {
            Mapping.EventSource source = mapping.events().get(number);
            if (source.when().stream().allMatch(condition -> condition.holds(row))) {
                ZonedDateTime time = past(source.at(), row);
                int position = number + 1;
                String id = source.id()
                        .map(own -> own.of(row))
                        .orElseGet(() -> mapping.name() + "-" + position + "-" + hash(row.raw()));
                events.add(new Event(id, source.type().key(), subject, time.toInstant(), data(source, row, time)));
            }
        }
        return events;
    }

    private ZonedDateTime past(TimeSource source, Row row) {
        ZonedDateTime time = source.of(row);
        if (time.toInstant().isAfter(now)) {
            throw Damaged.at(String.join(" ", source.columns()), "IN_THE_FUTURE", time.toString());
        }
        return time;
    }

    private static Map<String, Value> data(Mapping.EventSource source, Row row, ZonedDateTime time) {
        Map<String, Value> data = new HashMap<>();
        source.data()
                .forEach((name, cell) -> cell.value(
                                java.util.Objects.requireNonNull(
                                        source.type().data().get(name)),
                                row,
                                time)
                        .ifPresent(value -> data.put(name, value)));
        return data;
    }

    private List<Consents.Consent> consents(Row row) {
        List<Consents.Consent> consents = new ArrayList<>();
        for (Mapping.ConsentSource source : mapping.consents()) {
            source.granted()
                    .value(org.lotse.engine.term.TermType.YES_NO, row, past(source.at(), row))
                    .ifPresent(granted -> consents.add(new Consents.Consent(
                            source.purpose(),
                            source.channel(),
                            granted.equals(Value.of(true)),
                            past(source.at(), row).toInstant(),
                            source.evidence().flatMap(evidence -> evidence.text(row)))));
        }
        return consents;
    }

    private List<Consents.Objection> objections(Row row) {
        return mapping.objections().stream()
                .filter(source -> source.when().stream().allMatch(condition -> condition.holds(row)))
                .map(source -> new Consents.Objection(
                        source.purpose(),
                        source.channel(),
                        past(source.at(), row).toInstant()))
                .toList();
    }

    private static String hash(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
