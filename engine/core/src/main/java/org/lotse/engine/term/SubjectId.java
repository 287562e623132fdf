package org.lotse.engine.term;

/**
 * One subject: the customer {@code c-1}, the claim {@code 2026-117}.
 *
 * @param type what it is
 * @param id its id in the system that delivers it; 1 to 200 characters, no control characters
 */
public record SubjectId(SubjectType type, String id) {
    private static final int LONGEST = 200;

    public SubjectId {
        if (!isWellFormed(id)) {
            throw new IllegalArgumentException("The id \"" + id.substring(0, Math.min(id.length(), 40)) + "\" of a "
                    + type + " must have 1 to " + LONGEST + " characters and no control characters.");
        }
    }

    /** Whether a subject may have this id. */
    public static boolean isWellFormed(String id) {
        if (id.length() > LONGEST || id.isBlank()) {
            return false;
        }
        for (int at = 0; at < id.length(); at++) {
            if (Character.isISOControl(id.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** The customer with this id. */
    public static SubjectId customer(String id) {
        return new SubjectId(SubjectType.CUSTOMER, id);
    }

    /** Reads {@code type/id}; an id without a type is a customer's. */
    public static SubjectId parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? customer(text)
                : new SubjectId(new SubjectType(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
