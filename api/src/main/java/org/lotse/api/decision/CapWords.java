package org.lotse.api.decision;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.decision.Rejection;
import org.lotse.engine.term.Period;
import tools.jackson.databind.node.ObjectNode;

/** Says of a used-up limit what was counted, in which window, and from when on contacts are free again. */
final class CapWords {
    private final Words words;

    CapWords(Words words) {
        this.words = words;
    }

    /** "Two contacts over e-mail within 7 days, at most 2: free again on 4 Dec 09:12." */
    String text(Rejection.CapReached reached) {
        CapUsage usage = reached.usage();
        Optional<Cap> cap = words.cap(usage.cap());
        if (cap.isEmpty() || usage.freeAgainAt().filter(Instant.MAX::equals).isPresent()) {
            return words.of("not.CAP_REACHED_FOREVER", cap.map(this::scope).orElse(usage.cap()));
        }
        String free = words.format().time(usage.freeAgainAt().orElseThrow());
        return isPause(cap.get(), usage)
                ? words.of(
                        "not.CAP_PAUSE",
                        String.valueOf(cap.get().pause().orElseThrow().count()),
                        words.event(cap.get().pause().orElseThrow().outcome()),
                        period(cap.get().pause().orElseThrow().within()),
                        scope(cap.get()),
                        period(cap.get().pause().orElseThrow().pause()),
                        free)
                : words.of(
                        "not.CAP_REACHED",
                        String.valueOf(usage.count()),
                        scope(cap.get()),
                        window(cap.get()),
                        String.valueOf(cap.get().limit().orElse(0)),
                        free);
    }

    /** The row of the contact policy with its limit, window and what was counted. */
    void detail(Rejection.CapReached reached, ObjectNode node) {
        CapUsage usage = reached.usage();
        node.put("rule", usage.cap()).put("value", usage.count());
        words.cap(usage.cap()).ifPresent(cap -> {
            node.put("file", "contact-policy.csv").put("row", cap.row());
            cap.limit().ifPresent(limit -> node.put("needed", "below " + limit));
            cap.window().ifPresent(window -> {
                switch (window) {
                    case Cap.Window.Rolling(Period length) ->
                        node.putObject("window").put("kind", "ROLLING").put("length", length.toString());
                    case Cap.Window.Calendar(var unit) ->
                        node.putObject("window").put("kind", "CALENDAR").put("unit", unit.name());
                }
            });
            cap.pause()
                    .ifPresent(pause -> node.putObject("pause")
                            .put("count", pause.count())
                            .put("outcome", pause.outcome())
                            .put("within", pause.within().toString())
                            .put("pause", pause.pause().toString()));
        });
        usage.freeAgainAt()
                .filter(free -> !free.equals(Instant.MAX))
                .ifPresent(free -> node.put("freeAgainAt", free.toString()));
    }

    /** A row may limit and pause; what was counted says which of the two it was, as far as they differ. */
    private static boolean isPause(Cap cap, CapUsage usage) {
        return cap.pause().isPresent()
                && (cap.window().isEmpty() || usage.count() < cap.limit().orElse(0));
    }

    private String scope(Cap cap) {
        return switch (cap.scope()) {
            case Cap.Scope.Person ignored -> words.of("cap.PERSON");
            case Cap.Scope.OfChannel(var channel) -> words.of("cap.CHANNEL", words.title(channel));
            case Cap.Scope.OfPurpose(var purpose) -> words.of("cap.PURPOSE." + purpose.name());
            case Cap.Scope.OfGroup(var group) -> words.of("cap.GROUP", group);
            case Cap.Scope.OfAction(var action) -> words.of("cap.ACTION", words.title(action));
        };
    }

    private String window(Cap cap) {
        return cap.window()
                .map(window -> switch (window) {
                    case Cap.Window.Rolling(Period length) -> words.of("cap.ROLLING", period(length));
                    case Cap.Window.Calendar(var unit) -> words.of("cap.CALENDAR." + unit.name());
                })
                .orElse("");
    }

    private String period(Period period) {
        return words.of("period." + period.unit().name().toUpperCase(Locale.ROOT), period.amount());
    }
}
