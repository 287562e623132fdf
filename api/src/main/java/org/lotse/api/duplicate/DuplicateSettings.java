package org.lotse.api.duplicate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.models.duplicate.Field;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which customer terms tell who a customer is; {@code lotse.duplicates.terms.phone=mobile,landline}. The first that has a
 * value counts.
 *
 * @param terms by field; those of fields not named are the usual ones
 * @param kept how many suspected pairs are kept at most, the most probable
 */
@ConfigurationProperties("lotse.duplicates")
public record DuplicateSettings(
        @Nullable Map<Field, List<String>> terms, @Nullable Integer kept) {
    private static final int KEPT = 20_000;
    private static final Map<Field, List<String>> USUAL = usual();

    private static Map<Field, List<String>> usual() {
        Map<Field, List<String>> usual = new EnumMap<>(Field.class);
        usual.put(Field.KIND, List.of("kind"));
        usual.put(Field.SALUTATION, List.of("salutation", "gender"));
        usual.put(Field.TITLE, List.of("academic-title"));
        usual.put(Field.GIVEN_NAME, List.of("first-name"));
        usual.put(Field.FAMILY_NAME, List.of("last-name"));
        usual.put(Field.COMPANY, List.of("company"));
        usual.put(Field.STREET, List.of("street"));
        usual.put(Field.HOUSE_NUMBER, List.of("house-number"));
        usual.put(Field.POSTAL_CODE, List.of("postal-code"));
        usual.put(Field.TOWN, List.of("town"));
        usual.put(Field.PHONE, List.of("phone"));
        usual.put(Field.EMAIL, List.of("email"));
        usual.put(Field.BIRTH_DATE, List.of("birth-date"));
        usual.put(Field.PERSONAL_NUMBER, List.of());
        return usual;
    }

    /** The terms of every field, in the order of fields. */
    Map<Field, List<String>> fields() {
        Map<Field, List<String>> all = new LinkedHashMap<>(USUAL);
        if (terms != null) {
            all.putAll(terms);
        }
        return all;
    }

    int most() {
        return kept == null ? KEPT : kept;
    }
}
