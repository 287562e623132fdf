package org.lotse.models.duplicate;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A record, spelt so that records can be compared: texts as by {@link Spelling#flat}, empty when not known.
 *
 * @param business a company's or its contact; never compared with private customers
 * @param givenSound how the given name sounds
 * @param parts of a double family name
 * @param salutation {@code f} or {@code m}
 * @param companyCore without the legal form
 * @param birth as {@link BirthDate#of}
 */
record Known(
        String id,
        boolean business,
        String given,
        String givenSound,
        String family,
        String familySound,
        List<String> parts,
        String salutation,
        String title,
        String company,
        String companyCore,
        String street,
        String number,
        String code,
        String town,
        String phone,
        String email,
        String personalNumber,
        int birth) {
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(gmbh|mbh|ug|haftungsbeschraenkt|ag|kg|kgaa|ohg|gbr|e ?k|e ?kfm|e ?kfr|e ?v|eg|se|partg|co|ltd|inc|und)\\b");
    private static final Pattern STREET = Pattern.compile("(?<=\\w)(strasse|strase|str|st)$|\\b(strasse|str)\\b");
    private static final Pattern NUMBER = Pattern.compile("^(.*\\D)\\s*(\\d+\\s*[a-z]?)$");

    static Known of(CustomerRecord record) {
        String given = Spelling.words(record.get(Field.GIVEN_NAME));
        String family = Spelling.words(record.get(Field.FAMILY_NAME));
        String email = Contacts.email(record.get(Field.EMAIL));
        given = writtenOut(given, family, email);
        String company = Spelling.words(record.get(Field.COMPANY));
        String street = Spelling.words(record.get(Field.STREET));
        String number = Spelling.words(record.get(Field.HOUSE_NUMBER)).replace(" ", "");
        if (number.isEmpty()) {
            var written = NUMBER.matcher(street);
            if (written.matches()) {
                street = written.group(1).strip();
                number = written.group(2).replace(" ", "");
            }
        }
        String core = LEGAL_FORM
                .matcher(company)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        return new Known(
                record.id(),
                isBusiness(record),
                Spelling.flat(given),
                Spelling.sound(given),
                Spelling.flat(family),
                Spelling.sound(family),
                List.of(family.split(" ")).stream().map(Spelling::flat).toList(),
                sex(Spelling.words(record.get(Field.SALUTATION))),
                Spelling.words(record.get(Field.TITLE)),
                Spelling.flat(company),
                Spelling.flat(core),
                Spelling.flat(STREET.matcher(street).replaceAll("str")),
                number,
                Spelling.words(record.get(Field.POSTAL_CODE)).replace(" ", ""),
                Spelling.flat(Spelling.words(record.get(Field.TOWN))),
                Contacts.phone(record.get(Field.PHONE)),
                email,
                Spelling.words(record.get(Field.PERSONAL_NUMBER)).replace(" ", ""),
                BirthDate.of(record.get(Field.BIRTH_DATE)));
    }

    /** A given name of one letter, when the e-mail address says which name that is. */
    private static String writtenOut(String given, String family, String email) {
        if (given.length() != 1) {
            return given;
        }
        for (String token : Contacts.local(email).split("[^a-z]+")) {
            if (token.length() > 2
                    && token.startsWith(given)
                    && !Spelling.flat(family).startsWith(Spelling.flat(token))) {
                return token;
            }
        }
        return given;
    }

    /** Whether the e-mail address is made from this name. */
    boolean emailNames(String name) {
        return name.length() > 2
                && Spelling.flat(Spelling.words(Contacts.local(email))).contains(name);
    }

    /** Whether the e-mail address is nothing but the name, so that namesakes may well have it, too, by mistake. */
    boolean emailIsItsName() {
        String letters = Spelling.flat(Spelling.words(Contacts.local(email)));
        return letters.equals(given + family) || letters.equals(family + given);
    }

    private static boolean isBusiness(CustomerRecord record) {
        String kind = Spelling.words(record.get(Field.KIND));
        return kind.isEmpty()
                ? !record.get(Field.COMPANY).isEmpty()
                : !(kind.startsWith("priv") || kind.startsWith("person") || kind.equals("b2c"));
    }

    private static String sex(String salutation) {
        return switch (salutation) {
            case "frau", "female", "f", "w", "weiblich", "mrs", "ms", "miss" -> "f";
            case "herr", "herrn", "male", "m", "maennlich", "mr" -> "m";
            default -> "";
        };
    }
}
