package org.lotse.models.duplicate;

import java.util.Locale;

/** How telephone numbers and e-mail addresses are compared: one form for every way to write the same one. */
final class Contacts {
    private static final int SHORTEST = 5;

    private Contacts() {}

    /**
     * Digits after country code and leading zero for a German number, {@code +} and all digits for a foreign one; empty
     * when there are too few to be a number.
     */
    static String phone(String text) {
        String plain = text.replace("(0)", "");
        StringBuilder digits = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        boolean abroad = plain.stripLeading().startsWith("+");
        int from = 0;
        if (!abroad && digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            abroad = true;
            from = 2;
        }
        String number = digits.substring(from);
        if (abroad) {
            number = number.startsWith("49") ? withoutZeros(number.substring(2)) : "+" + number;
        } else {
            number = withoutZeros(number);
        }
        return number.length() < SHORTEST ? "" : number;
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    /** An address in small letters without what follows a plus sign; empty when it has no at sign. */
    static String email(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace("mailto:", "").strip();
        int at = small.lastIndexOf('@');
        if (at < 1 || at == small.length() - 1) {
            return "";
        }
        String local = small.substring(0, at);
        int plus = local.indexOf('+');
        return (plus > 0 ? local.substring(0, plus) : local)
                + small.substring(at).replace("@googlemail.com", "@gmail.com");
    }

    /** The part before the at sign. */
    static String local(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? "" : email.substring(0, at);
    }

    /** The part after the at sign. */
    static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
