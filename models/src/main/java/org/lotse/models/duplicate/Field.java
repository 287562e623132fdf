package org.lotse.models.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is known of a customer and tells whether two records are the same one. */
public enum Field {
    KIND("kind", "art", "kundenart", "type"),
    SALUTATION("salutation", "gender", "sex", "anrede", "geschlecht"),
    TITLE("title", "titel"),
    GIVEN_NAME("given_name", "first_name", "firstname", "forename", "vorname"),
    FAMILY_NAME("family_name", "last_name", "lastname", "surname", "nachname", "name"),
    COMPANY("company", "organisation", "organization", "firma"),
    STREET("street", "address", "address_1", "strasse", "straße"),
    HOUSE_NUMBER("house_number", "house_no", "street_number", "hausnummer", "hausnr"),
    POSTAL_CODE("postal_code", "zip", "postcode", "plz"),
    TOWN("town", "city", "suburb", "ort", "stadt"),
    PHONE("phone", "telephone", "mobile", "telefon", "mobil"),
    EMAIL("email", "e_mail", "mail"),
    /** A number only one person has: a tax number, an IBAN, a customer card. */
    PERSONAL_NUMBER("personal_number", "soc_sec_id", "tax_id", "steuernummer", "iban", "card_number", "kartennummer"),
    BIRTH_DATE("birth_date", "date_of_birth", "birthday", "dob", "geburtsdatum");

    private final List<String> headings;

    Field(String... headings) {
        this.headings = List.of(headings);
    }

    /** The field a column of this heading holds, when the heading says so. */
    public static Optional<Field> ofHeading(String heading) {
        String plain = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.-]+", "_");
        return Arrays.stream(values())
                .filter(field -> field.headings.contains(plain))
                .findFirst();
    }
}
