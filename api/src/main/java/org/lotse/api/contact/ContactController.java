package org.lotse.api.contact;

import java.time.Instant;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
     * @param state DUE, CONFIRMED, RELEASED or EXPIRED
     */
    record ContactView(
            String contactId,
            String customerId,
            String decisionId,
            String channel,
            String action,
            String state,
            Instant at,
            Instant expiresAt) {}

    @GetMapping
    List<Listed> contacts(
            @RequestParam(defaultValue = "DUE") String state, @RequestParam(defaultValue = "100") int limit) {
        List<ContactView> contacts = reservations.inState(state, limit);
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
    ContactView confirm(@PathVariable String id) {
        return reservations.confirm(id);
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.OK)
    ContactView release(@PathVariable String id) {
        return reservations.release(id);
    }
}
