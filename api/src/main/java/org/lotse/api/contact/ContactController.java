package org.lotse.api.contact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Contacts that outbound decisions reserved: which are due, and what became of one. */
@RestController
@RequestMapping("/v1/contacts")
class ContactController {
    private final Reservations reservations;
    private final ContactWords words;

    ContactController(Reservations reservations, ContactWords words) {
        this.reservations = reservations;
        this.words = words;
    }

    /**
     * A contact in the list.
     *
     * @param trigger what has made it, if nobody asked for it
     * @param say what to say
     */
    record Listed(
            @JsonUnwrapped ContactView contact,
            @Nullable String trigger,
            @Nullable JsonNode say) {}

    /**
     * A reserved contact.
     *
     * @param contactId as the decision named it
     * @param customerId whom
     * @param decisionId the decision that chose it; none for a planned call or visit
     * @param plan the plan it is part of, if it is
     * @param state DUE, CONFIRMED, RELEASED or EXPIRED
     */
    record ContactView(
            String contactId,
            String customerId,
            @Nullable String decisionId,
            @Nullable String plan,
            String channel,
            @Nullable String action,
            String state,
            Instant at,
            Instant expiresAt) {}

    /** @param at when the contact was made; without it, when it was planned or now, whichever is earlier */
    record Confirmation(@Nullable OffsetDateTime at) {}

    /** The oldest first: of everybody, or of one customer. */
    @GetMapping
    List<Listed> contacts(
            @RequestParam(defaultValue = "DUE") String state,
            @RequestParam Optional<String> customerId,
            @RequestParam(defaultValue = "100") int limit) {
        List<ContactView> contacts = reservations.inState(state, customerId, limit);
        Map<String, ContactWords.Found> said =
                words.of(contacts.stream().map(ContactView::contactId).toList());
        return contacts.stream()
                .map(contact -> {
                    ContactWords.Found found = said.get(contact.contactId());
                    return new Listed(
                            contact, found == null ? null : found.trigger(), found == null ? null : found.say());
                })
                .toList();
    }

    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.OK)
    ContactView confirm(@PathVariable String id, @RequestBody(required = false) @Nullable Confirmation body) {
        return reservations.confirm(
                id, Optional.ofNullable(body).map(Confirmation::at).map(OffsetDateTime::toInstant));
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.OK)
    ContactView release(@PathVariable String id) {
        return reservations.release(id);
    }
}
