package org.lotse.engine.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people call a thing, in English and German, with the further forms sentences may use.
 *
 * @param en the English title
 * @param de the German title
 * @param articleDe the German article in the nominative ({@code der}, {@code die}, {@code das}), if given
 * @param formsEn further English forms (plural, former titles) that are understood when reading
 * @param formsDe further German forms that are understood when reading
 */
public record Title(String en, String de, Optional<String> articleDe, List<String> formsEn, List<String> formsDe) {
    public Title {
        formsEn = List.copyOf(formsEn);
        formsDe = List.copyOf(formsDe);
    }

    public static Title of(String en, String de) {
        return new Title(en, de, Optional.empty(), List.of(), List.of());
    }

    /** The title in the given language. */
    public String in(Language language) {
        return language == Language.DE ? de : en;
    }

    /** The title and all further forms in the given language, the title first. */
    public List<String> namesIn(Language language) {
        List<String> names = new ArrayList<>();
        names.add(in(language));
        names.addAll(language == Language.DE ? formsDe : formsEn);
        return List.copyOf(names);
    }
}
