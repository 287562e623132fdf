package org.lotse.models.duplicate;

import java.util.Map;

/**
 * A customer as a system delivered it, as far as it tells who that is.
 *
 * @param id unique among the records looked at
 * @param fields as they stand; blank or absent means not known
 */
public record CustomerRecord(String id, Map<Field, String> fields) {
    public CustomerRecord {
        fields = Map.copyOf(fields);
    }

    /** What a field says, without space around it; empty when not known. */
    public String get(Field field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** What to call the customer: given and family name, else the company, else the id. */
    public String name() {
        String name = (get(Field.GIVEN_NAME) + " " + get(Field.FAMILY_NAME)).strip();
        return !name.isEmpty() ? name : get(Field.COMPANY).isEmpty() ? id : get(Field.COMPANY);
    }
}
