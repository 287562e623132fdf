package org.lotse.models.duplicate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An invented customer base with known truth: persons, their spouses, colleagues, and records stored twice with mistakes. */
final class Customers {
    private static final List<String> GIVEN = List.of(
            "Anna", "Berta", "Carla", "Dora", "Emma", "Frieda", "Greta", "Hanna", "Ida", "Jana", "Karl", "Ludwig",
            "Moritz", "Norbert", "Otto", "Paul", "Richard", "Stefan", "Theo", "Ulrich", "Volker", "Walter");
    private static final List<String> FAMILY = List.of(
            "Müller",
            "Schmidt",
            "Schröder",
            "Groß",
            "Köhler",
            "Jäger",
            "Wagner",
            "Becker",
            "Hoffmann",
            "Schäfer",
            "Koch",
            "Bauer",
            "Richter",
            "Klein",
            "Wolf",
            "Neumann",
            "Schwarz",
            "Zimmermann",
            "Braun",
            "Krüger",
            "Hofmann",
            "Lange");
    private static final List<String> STREETS =
            List.of("Lindenstraße", "Bahnhofstraße", "Ahornweg", "Am Markt", "Goethestraße", "Ringstraße", "Mühlenweg");
    private static final List<String> TOWNS = List.of("Köln", "Bremen", "Kiel", "Ulm", "Jena", "Bonn");

    final List<CustomerRecord> records = new ArrayList<>();
    final List<String> truth = new ArrayList<>();
    private final Random random;

    private Customers(long seed) {
        random = new Random(seed);
    }

    /** So many persons; every third stored twice, every fourth with a spouse of the same address and telephone. */
    static Customers of(int persons, long seed) {
        Customers customers = new Customers(seed);
        for (int person = 0; person < persons; person++) {
            Map<Field, String> fields = customers.person(person);
            customers.add("p" + person, fields);
            if (person % 3 == 0) {
                customers.add("p" + person, customers.written(fields));
            }
            if (person % 4 == 0) {
                Map<Field, String> spouse = new EnumMap<>(fields);
                spouse.putAll(Map.of(
                        Field.GIVEN_NAME,
                                GIVEN.get(
                                        (GIVEN.indexOf(fields.getOrDefault(Field.GIVEN_NAME, "")) + 7) % GIVEN.size()),
                        Field.BIRTH_DATE, customers.day(),
                        Field.EMAIL, "spouse" + person + "@example.org"));
                customers.add("s" + person, spouse);
            }
        }
        return customers;
    }

    private Map<Field, String> person(int number) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.KIND, "PRIVATE");
        fields.put(Field.GIVEN_NAME, pick(GIVEN));
        fields.put(Field.FAMILY_NAME, pick(FAMILY));
        fields.put(Field.STREET, pick(STREETS));
        fields.put(Field.HOUSE_NUMBER, Integer.toString(1 + random.nextInt(90)));
        fields.put(Field.POSTAL_CODE, Integer.toString(10_000 + random.nextInt(80_000)));
        fields.put(Field.TOWN, pick(TOWNS));
        fields.put(Field.PHONE, "0" + (1_700_000_000L + random.nextInt(90_000_000)));
        fields.put(Field.EMAIL, "mail" + number + "@example.org");
        fields.put(Field.BIRTH_DATE, day());
        return fields;
    }

    /** The same person as somebody else wrote it down. */
    private Map<Field, String> written(Map<Field, String> fields) {
        Map<Field, String> other = new EnumMap<>(fields);
        String family = fields.getOrDefault(Field.FAMILY_NAME, "");
        String given = fields.getOrDefault(Field.GIVEN_NAME, "");
        switch (random.nextInt(5)) {
            case 0 ->
                other.put(
                        Field.FAMILY_NAME,
                        family.replace("ü", "ue")
                                .replace("ö", "oe")
                                .replace("ä", "ae")
                                .replace("ß", "ss"));
            case 1 -> other.putAll(Map.of(Field.FAMILY_NAME, given, Field.GIVEN_NAME, family));
            case 2 -> other.put(Field.GIVEN_NAME, given.charAt(0) + ".");
            case 3 -> other.put(Field.FAMILY_NAME, family.substring(0, 2) + family.charAt(1) + family.substring(2));
            default ->
                other.put(Field.STREET, fields.getOrDefault(Field.STREET, "").replace("straße", "str."));
        }
        if (random.nextInt(3) == 0) {
            other.remove(random.nextBoolean() ? Field.EMAIL : Field.PHONE);
        } else {
            other.put(Field.PHONE, "+49 " + fields.getOrDefault(Field.PHONE, "").substring(1));
        }
        return other;
    }

    private void add(String whose, Map<Field, String> fields) {
        records.add(new CustomerRecord("r" + records.size(), fields));
        truth.add(whose);
    }

    private String day() {
        return String.format("%d-%02d-%02d", 1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
