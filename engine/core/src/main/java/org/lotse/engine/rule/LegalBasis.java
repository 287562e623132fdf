package org.lotse.engine.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why personal data may be used for a purpose: the grounds of Article 6 (1) GDPR. */
public enum LegalBasis {
    CONSENT,
    CONTRACT,
    LEGAL_OBLIGATION,
    VITAL_INTEREST,
    PUBLIC_TASK,
    /** Needs a documented balancing of interests. */
    LEGITIMATE_INTEREST;

    /** The basis as the files write it: {@code legitimate-interest}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The basis of this key. */
    public static Optional<LegalBasis> of(String key) {
        return Arrays.stream(values())
                .filter(basis -> basis.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Every key there is. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(LegalBasis::key).toList();
    }
}
