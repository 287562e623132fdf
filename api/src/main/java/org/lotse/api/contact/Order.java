package org.lotse.api.contact;

import java.time.Duration;
import java.util.Optional;

/**
 * What a contact is reserved for.
 *
 * @param decision the decision that chose it
 * @param key names an order that may be repeated: it never holds more than one contact
 * @param plan the plan it is part of
 * @param hold how long it lasts after the contact's time unless confirmed
 */
record Order(Optional<String> decision, Optional<String> key, Optional<String> plan, Duration hold) {
    static Order of(String decision, Duration hold) {
        return new Order(Optional.of(decision), Optional.empty(), Optional.empty(), hold);
    }

    Apart apart() {
        return key.map(Apart::order).orElse(Apart.NOTHING);
    }
}
