package org.lotse.models.duplicate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How common names and telephone numbers are among the records looked at: a rare name the same says more than Müller. */
final class Frequencies {
    private static final double RARE = 0.002;
    private static final double MISTAKEN = 0.03;
    private static final int FEWEST = 4;
    private static final int SHARED = 4;

    private final int records;
    private final Map<String, Integer> given = new HashMap<>();
    private final Map<String, Integer> family = new HashMap<>();
    private final Map<String, Set<String>> phones = new HashMap<>();

    Frequencies(List<Known> records) {
        this.records = records.size();
        for (Known record : records) {
            given.merge(record.given(), 1, Integer::sum);
            family.merge(record.family(), 1, Integer::sum);
            if (!record.phone().isEmpty()) {
                Set<String> people = phones.computeIfAbsent(record.phone(), phone -> HashSet.newHashSet(2));
                if (people.size() < SHARED) {
                    people.add(
                            record.givenSound().compareTo(record.familySound()) < 0
                                    ? record.givenSound() + '/' + record.familySound()
                                    : record.familySound() + '/' + record.givenSound());
                }
            }
        }
    }

    /** Whether few are called so, be it in the given or in the family name: the two are often in each other's place. */
    boolean isRare(String name) {
        return Math.max(count(given, name), count(family, name)) < Math.max(FEWEST, RARE * records);
    }

    /** How much more usual a record's names are in each other's place; above 0 when they probably belong there. */
    double swapped(Known record) {
        return Math.log((count(family, record.given()) + 1.0) / (count(given, record.given()) + 1.0))
                + Math.log((count(given, record.family()) + 1.0) / (count(family, record.family()) + 1.0));
    }

    private static int count(Map<String, Integer> names, String name) {
        return names.getOrDefault(name, 0);
    }

    /** Whether two names, alike, are a name each: neither is so much rarer than the other that it is a typing mistake. */
    boolean areTwo(String one, String other) {
        int first = Math.max(count(given, one), count(family, one));
        int second = Math.max(count(given, other), count(family, other));
        return Math.min(first, second) >= Math.max(FEWEST, MISTAKEN * Math.max(first, second));
    }

    /** Whether four or more people have this number. */
    boolean isShared(String phone) {
        Set<String> people = phones.get(phone);
        return people != null && people.size() >= SHARED;
    }
}
