package org.lotse.api.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.subjects.StoreSubjects;
import org.lotse.api.values.Suggest;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consents and objections over HTTP; effective on the next decision. */
@RestController
@RequestMapping("/v1/customers/{id}")
class ConsentController {
    private final Consents consents;
    private final StoreSubjects subjects;
    private final ObjectProvider<KnownChannels> channels;
    private final Clock clock;

    ConsentController(Consents consents, StoreSubjects subjects, ObjectProvider<KnownChannels> channels, Clock clock) {
        this.consents = consents;
        this.subjects = subjects;
        this.channels = channels;
        this.clock = clock;
    }

    /** A consent, or with {@code granted: false} its withdrawal. */
    record ConsentBody(
            @Nullable String purpose,
            @NotNull String channel,
            @NotNull Boolean granted,
            @Nullable OffsetDateTime at,
            @Size(max = 2_000) @Nullable String evidence) {}

    /** An objection; without a channel over every channel, without a purpose to marketing, without an end for good. */
    record ObjectionBody(
            @Nullable String purpose,
            @Nullable String channel,
            @Nullable OffsetDateTime at,
            @Nullable OffsetDateTime until) {}

    /**
     * What holds now.
     *
     * @param marketing per channel whether marketing contact is allowed; a channel nobody asked about is missing
     * @param objections purposes and channels objected to
     */
    record State(Map<String, Boolean> marketing, List<String> objections) {
        static State of(Permissions permissions) {
            Map<String, Boolean> marketing = new TreeMap<>();
            permissions.marketing().forEach((channel, allowed) -> marketing.put(channel.value(), allowed));
            List<String> objections = new ArrayList<>();
            permissions.objectedPurposes().stream().map(Purpose::name).sorted().forEach(objections::add);
            permissions.objectedChannels().stream()
                    .map(ChannelKey::value)
                    .sorted()
                    .forEach(objections::add);
            return new State(marketing, objections);
        }
    }

    @GetMapping("/consents")
    State state(@PathVariable String id) {
        return State.of(consents.permissions(known(id), clock.instant()));
    }

    @Operation(
            summary = "Notes a consent or its withdrawal; effective on the next decision",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"purpose\": \"marketing\", \"channel\": \"EMAIL\","
                                                                    + " \"granted\": true, \"evidence\": \"form 7\"}"))))
    @PutMapping("/consents")
    State consent(
            @PathVariable String id, @RequestBody @Valid ConsentBody body, @AuthenticationPrincipal Caller caller) {
        SubjectId person = known(id);
        Consents.Consent consent = new Consents.Consent(
                purpose(body.purpose()),
                channel(body.channel()),
                body.granted(),
                time(body.at()),
                Optional.ofNullable(body.evidence()));
        consents.record(person, consent, caller.name());
        return State.of(consents.permissions(person, clock.instant()));
    }

    @Operation(
            summary =
                    "Notes an objection (Art. 21); effective on the next decision, and kept when the person is erased",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("{\"purpose\": \"marketing\"}"))))
    @PutMapping("/objections")
    State objection(@PathVariable String id, @RequestBody ObjectionBody body, @AuthenticationPrincipal Caller caller) {
        SubjectId person = known(id);
        Purpose purpose = purpose(body.purpose());
        Optional<ChannelKey> channel = Optional.ofNullable(body.channel()).map(this::channel);
        if (purpose == Purpose.SERVICE && channel.isPresent()) {
            throw ProblemException.invalid("/channel", "SERVICE_OBJECTION_HAS_NO_CHANNEL", channel.get());
        }
        Instant at = time(body.at());
        consents.record(person, new Consents.Objection(purpose, channel, at, end(at, body.until())), caller.name());
        return State.of(consents.permissions(person, clock.instant()));
    }

    private SubjectId known(String id) {
        SubjectId person = customer(id);
        if (!subjects.exists(person)) {
            throw ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, person.type(), id);
        }
        return person;
    }

    private static SubjectId customer(String id) {
        try {
            return SubjectId.customer(id);
        } catch (IllegalArgumentException bad) {
            throw ProblemException.invalid("", "BAD_ID", id);
        }
    }

    private static Optional<Instant> end(Instant at, @Nullable OffsetDateTime until) {
        if (until != null && !until.toInstant().isAfter(at)) {
            throw ProblemException.invalid("/until", "ENDS_BEFORE", until, at);
        }
        return Optional.ofNullable(until).map(OffsetDateTime::toInstant);
    }

    private static Purpose purpose(@Nullable String text) {
        if (text == null) {
            return Purpose.MARKETING;
        }
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid("/purpose", "UNKNOWN_VALUE", text, "MARKETING, SERVICE", "MARKETING"));
    }

    private ChannelKey channel(String text) {
        if (text.isBlank()) {
            throw ProblemException.invalid("/channel", "BAD_CHANNEL", text);
        }
        ChannelKey channel = new ChannelKey(text);
        KnownChannels known = channels.getIfAvailable();
        if (known != null && !known.keys().contains(channel.value())) {
            String all = String.join(", ", new TreeSet<>(known.keys()));
            throw ProblemException.invalid(
                    "/channel",
                    "UNKNOWN_VALUE",
                    text,
                    all,
                    Suggest.nearest(channel.value(), known.keys()).orElse(all));
        }
        return channel;
    }

    /** A clock that is a little ahead does not delay what somebody said: it holds from now on. */
    private Instant time(@Nullable OffsetDateTime at) {
        Instant now = clock.instant();
        if (at != null && at.toInstant().isAfter(now.plusSeconds(300))) {
            throw ProblemException.invalid("/at", "IN_THE_FUTURE", at);
        }
        return at == null || at.toInstant().isAfter(now) ? now : at.toInstant();
    }
}
