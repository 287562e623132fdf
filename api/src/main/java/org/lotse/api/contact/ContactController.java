package org.lotse.api.contact;

import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contacts that outbound decisions reserved: which are due, and what became of one. */
@RestController
@RequestMapping("/v1/contacts")
class ContactController {
    private final Reservations reservations;

    ContactController(Reservations reservations) {
        this.reservations = reservations;
    }

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
    List<ContactView> contacts(
            @RequestParam(defaultValue = "DUE") String state, @RequestParam(defaultValue = "100") int limit) {
        return reservations.inState(state, limit);
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
