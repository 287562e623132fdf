package org.lotse.engine.term;

import java.util.Locale;

/** The two languages rule files are written in and answers are worded in. */
public enum Language {
    EN(Locale.ENGLISH),
    DE(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The language nearest to a locale: German for any German, else English. */
    public static Language of(Locale locale) {
        return "de".equals(locale.getLanguage()) ? DE : EN;
    }
}
