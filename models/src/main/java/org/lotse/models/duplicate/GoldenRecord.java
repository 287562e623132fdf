package org.lotse.models.duplicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is true of a person of whom there are several records: for every field the value that wins and why. Nothing is written
 * anywhere; who is split again has what was always its own. Pure.
 */
public final class GoldenRecord {
    private static final Set<Field> ADDRESS = Set.of(Field.STREET, Field.HOUSE_NUMBER, Field.POSTAL_CODE, Field.TOWN);
    private static final Set<Field> BY_MAJORITY = Set.of(
            Field.SALUTATION,
            Field.TITLE,
            Field.GIVEN_NAME,
            Field.FAMILY_NAME,
            Field.COMPANY,
            Field.BIRTH_DATE,
            Field.PERSONAL_NUMBER,
            Field.KIND);

    private GoldenRecord() {}

    /** Why a value wins. */
    public enum Reason {
        /** Somebody chose it. */
        CHOSEN,
        /** No other record says anything. */
        ONLY,
        /** All that say something say the same. */
        AGREED,
        /** The address known since last: the person has moved. */
        MOVED,
        /** Known since last. */
        LATEST,
        /** Most records say so. */
        MOST,
        /** The other is no day of the calendar. */
        VALID,
        /** The same, written out further. */
        WRITTEN_OUT,
        /** Nothing speaks for another: the leading record's. */
        LEADS
    }

    /**
     * What a record says of a term.
     *
     * @param since since when it has said so
     */
    public record Said(String value, Instant since) {}

    /**
     * A record of the person.
     *
     * @param says what it says, by term
     */
    public record Source(String id, Map<String, Said> says) {
        public Source {
            says = Map.copyOf(says);
        }
    }

    /** What another record says. */
    public record Other(String record, String value, Instant since) {}

    /**
     * The value of a term that wins.
     *
     * @param record who says it
     * @param others records that say something else
     */
    public record Winner(String term, String value, String record, Reason reason, Instant since, List<Other> others) {
        public Winner {
            others = List.copyOf(others);
        }
    }

    /**
     * The winning values, by the order of terms.
     *
     * @param sources all records of the person, the leading one first
     * @param fields which terms tell who somebody is, and what they are
     * @param chosen the record somebody chose for a term
     */
    public static List<Winner> of(List<Source> sources, Map<String, Field> fields, Map<String, String> chosen) {
        Optional<String> moved = latestAddress(sources, fields);
        Set<String> terms = new TreeSet<>();
        sources.forEach(source -> terms.addAll(source.says().keySet()));
        List<Winner> winners = new ArrayList<>();
        for (String term : terms) {
            winners.add(winner(term, sources, fields, Optional.ofNullable(chosen.get(term)), moved));
        }
        return winners;
    }

    /** Records whose address is another than the one that wins, and so out of date. */
    public static Set<String> movedAwayFrom(List<Source> sources, Map<String, Field> fields) {
        Set<String> outdated = new HashSet<>();
        latestAddress(sources, fields)
                .ifPresent(now -> sources.stream()
                        .filter(source -> !source.id().equals(now) && hasAddress(source, fields))
                        .filter(source -> !Spelt.sameAddress(record(source, fields), record(of(sources, now), fields)))
                        .forEach(source -> outdated.add(source.id())));
        return outdated;
    }

    private static Winner winner(
            String term,
            List<Source> sources,
            Map<String, Field> fields,
            Optional<String> chosen,
            Optional<String> moved) {
        List<Source> saying = sources.stream()
                .filter(source -> source.says().containsKey(term))
                .toList();
        Field field = fields.get(term);
        if (chosen.isPresent() && saying.stream().anyMatch(source -> source.id().equals(chosen.get()))) {
            return won(term, of(saying, chosen.get()), Reason.CHOSEN, saying);
        }
        if (field != null && ADDRESS.contains(field) && moved.isPresent()) {
            Source now = of(sources, moved.get());
            // An address is one thing: its parts come from the same record, or it is nobody's.
            return now.says().containsKey(term)
                    ? won(term, now, isOne(term, saying) ? agreed(saying) : Reason.MOVED, saying)
                    : won(term, saying.getFirst(), agreed(saying), saying);
        }
        if (isOne(term, saying)) {
            return won(term, saying.getFirst(), agreed(saying), saying);
        }
        if (field == Field.BIRTH_DATE) {
            List<Source> valid = saying.stream()
                    .filter(source -> Spelt.isBirthDate(said(source, term).value()))
                    .toList();
            if (!valid.isEmpty() && valid.size() < saying.size()) {
                return won(term, valid.getFirst(), Reason.VALID, saying);
            }
        }
        return field != null && (BY_MAJORITY.contains(field) || ADDRESS.contains(field))
                ? byMajority(term, saying)
                : byTime(term, saying);
    }

    private static Winner byMajority(String term, List<Source> saying) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        saying.forEach(source -> votes.merge(flat(source, term), 1, Integer::sum));
        int most = votes.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        List<Source> best = saying.stream()
                .filter(source -> Objects.equals(votes.get(flat(source, term)), most))
                .toList();
        Source longest = best.stream()
                .max(Comparator.comparingInt(
                        source -> said(source, term).value().length()))
                .orElseThrow();
        boolean isOne =
                best.stream().map(source -> flat(source, term)).distinct().count() == 1;
        if (isOne) {
            Source first = best.getFirst();
            boolean longer = said(longest, term).value().length()
                    > said(first, term).value().length();
            Reason reason = votes.size() > 1 ? Reason.MOST : longer ? Reason.WRITTEN_OUT : Reason.LEADS;
            return won(term, longer ? longest : first, reason, saying);
        }
        boolean extended = best.stream().allMatch(source -> isPartOf(flat(source, term), flat(longest, term)));
        return extended
                ? won(term, longest, Reason.WRITTEN_OUT, saying)
                : won(term, best.getFirst(), Reason.LEADS, saying);
    }

    /** Whether one name is the other, cut short: H. and Hans, Meier and Meier-Schulz. */
    private static boolean isPartOf(String some, String all) {
        return all.startsWith(some) || all.endsWith(some);
    }

    private static Winner byTime(String term, List<Source> saying) {
        Instant latest = saying.stream()
                .map(source -> said(source, term).since())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Source> newest = saying.stream()
                .filter(source -> said(source, term).since().equals(latest))
                .toList();
        return won(term, newest.getFirst(), newest.size() == saying.size() ? Reason.LEADS : Reason.LATEST, saying);
    }

    private static Reason agreed(List<Source> saying) {
        return saying.size() == 1 ? Reason.ONLY : Reason.AGREED;
    }

    /** Whether all that say something say the same, as it stands. */
    private static boolean isOne(String term, List<Source> saying) {
        return saying.stream()
                        .map(source -> said(source, term).value())
                        .distinct()
                        .count()
                == 1;
    }

    private static Winner won(String term, Source by, Reason reason, List<Source> saying) {
        Said value = said(by, term);
        return new Winner(
                term,
                value.value(),
                by.id(),
                reason,
                value.since(),
                saying.stream()
                        .filter(source -> !said(source, term).value().equals(value.value()))
                        .map(source -> new Other(
                                source.id(),
                                said(source, term).value(),
                                said(source, term).since()))
                        .toList());
    }

    /**
     * The record whose address is the latest, when there are several addresses and it is known which is the latest; an
     * address is as old as its youngest part.
     */
    private static Optional<String> latestAddress(List<Source> sources, Map<String, Field> fields) {
        List<Source> living =
                sources.stream().filter(source -> hasAddress(source, fields)).toList();
        Map<String, Instant> since = new HashMap<>();
        living.forEach(source -> source.says().forEach((term, said) -> {
            Field field = fields.get(term);
            if (field != null && ADDRESS.contains(field)) {
                since.merge(source.id(), said.since(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }));
        Optional<Source> latest = living.stream()
                .max(Comparator.comparing((Source source) -> Objects.requireNonNull(since.get(source.id()))));
        return latest.filter(now -> living.stream()
                        .filter(source -> !source.id().equals(now.id()))
                        .anyMatch(source -> !Spelt.sameAddress(record(source, fields), record(now, fields))))
                .filter(now -> living.stream()
                        .filter(source -> !source.id().equals(now.id()))
                        .filter(source -> !Spelt.sameAddress(record(source, fields), record(now, fields)))
                        .noneMatch(source -> Objects.equals(since.get(source.id()), since.get(now.id()))))
                .map(Source::id);
    }

    private static boolean hasAddress(Source source, Map<String, Field> fields) {
        return source.says().keySet().stream()
                .map(fields::get)
                .anyMatch(field -> field == Field.STREET || field == Field.POSTAL_CODE || field == Field.TOWN);
    }

    private static CustomerRecord record(Source source, Map<String, Field> fields) {
        Map<Field, String> said = new HashMap<>();
        source.says().forEach((term, value) -> {
            Field field = fields.get(term);
            if (field != null) {
                said.putIfAbsent(field, value.value());
            }
        });
        return new CustomerRecord(source.id(), said);
    }

    private static Source of(List<Source> sources, String id) {
        return sources.stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Said said(Source source, String term) {
        return Objects.requireNonNull(source.says().get(term));
    }

    private static String flat(Source source, String term) {
        return Spelling.flat(Spelling.words(said(source, term).value()));
    }
}
