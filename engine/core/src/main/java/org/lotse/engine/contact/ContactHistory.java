package org.lotse.engine.contact;

import java.util.List;

/**
 * What the ledger knows about one person: contacts made or reserved, and answers; the past year suffices.
 *
 * @param contacts in any order
 * @param responses in any order
 */
public record ContactHistory(List<Contact> contacts, List<Response> responses) {
    public static final ContactHistory EMPTY = new ContactHistory(List.of(), List.of());

    public ContactHistory {
        contacts = List.copyOf(contacts);
        responses = List.copyOf(responses);
    }
}
