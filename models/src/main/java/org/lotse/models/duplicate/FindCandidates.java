package org.lotse.models.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.training.Progress;

/**
 * Which pairs are worth comparing: records that share something only few have. Private and business customers never do, so
 * that they are never compared.
 */
final class FindCandidates {
    private static final int LARGEST = 60;
    private static final int MOST = 40_000_000;

    private final List<Known> records;
    private final Progress progress;
    private final IntPredicate wanted;
    private final Pairs pairs = new Pairs();
    private int skipped;

    FindCandidates(List<Known> records, Progress progress) {
        this(records, progress, record -> true);
    }

    /** @param wanted places of records of which each pair must hold one */
    FindCandidates(List<Known> records, Progress progress, IntPredicate wanted) {
        this.records = records;
        this.progress = progress;
        this.wanted = wanted;
    }

    /** Ways to share something; each record has at most one key a way, empty for none. */
    private static final List<Function<Known, String>> WAYS = List.of(
            record -> record.phone(),
            record -> record.email(),
            record -> record.personalNumber(),
            record -> record.birth() == 0 ? "" : Integer.toString(BirthDate.eitherWay(record.birth())),
            record -> both(record.givenSound(), record.familySound()),
            record -> key(record.code(), begin(record.street(), 4), record.number()),
            record -> key(record.code(), record.familySound()),
            record -> key(record.code(), record.givenSound()),
            record -> key(record.town(), begin(record.street(), 4), record.familySound()),
            record -> key(begin(record.street(), 4), record.number(), record.familySound()),
            record -> key(record.companyCore(), begin(record.familySound(), 2)),
            record -> key(record.companyCore(), begin(record.givenSound(), 2)),
            record -> key(Contacts.local(record.email()), begin(record.given(), 1)));

    /** What is asked besides, one after the other, where too many share the first thing. */
    private static final List<Function<Known, String>> FURTHER = List.of(
            record -> begin(record.code(), 3),
            record -> Integer.toString(record.birth() / 10_000),
            record -> begin(record.given(), 3));

    /** The pairs, each once, the one with the smaller number first. */
    long[] find() {
        for (int way = 0; way < WAYS.size(); way++) {
            progress.step("find pairs", way / (double) WAYS.size());
            collect(WAYS.get(way));
        }
        return pairs.distinct();
    }

    /** How many blocks had too many records to compare each with each, even when divided further. */
    int skipped() {
        return skipped;
    }

    private void collect(Function<Known, String> shared) {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            String key = shared.apply(records.get(i));
            if (!key.isEmpty()) {
                blocks.computeIfAbsent((records.get(i).business() ? "b" : "p") + key, block -> new ArrayList<>(2))
                        .add(i);
            }
        }
        blocks.values().forEach(block -> compareAll(block, 0));
    }

    /** Records that share too common a thing must share another one besides. */
    private void compareAll(List<Integer> block, int depth) {
        if (block.size() < 2 || block.stream().noneMatch(wanted::test)) {
            return;
        }
        if (block.size() <= LARGEST) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    if (wanted.test(block.get(i)) || wanted.test(block.get(j))) {
                        pairs.add(block.get(i), block.get(j));
                    }
                }
            }
            if (pairs.size() > MOST) {
                throw new ModelProblem("More than " + MOST
                        + " pairs of records look alike. Maybe a field holds the same placeholder for many customers.");
            }
            return;
        }
        if (depth == FURTHER.size()) {
            skipped++;
            return;
        }
        Map<String, List<Integer>> parts = new HashMap<>();
        for (int i : block) {
            parts.computeIfAbsent(FURTHER.get(depth).apply(records.get(i)), part -> new ArrayList<>(2))
                    .add(i);
        }
        parts.values().forEach(part -> compareAll(part, depth + 1));
    }

    private static String key(String... parts) {
        for (String part : parts) {
            if (part.isEmpty()) {
                return "";
            }
        }
        return String.join("/", parts);
    }

    private static String both(String one, String other) {
        return one.compareTo(other) < 0 ? key(one, other) : key(other, one);
    }

    private static String begin(String text, int letters) {
        return text.substring(0, Math.min(letters, text.length()));
    }

    private static final class Pairs {
        private long[] pairs = new long[1024];
        private int size;

        void add(int one, int other) {
            if (size == pairs.length) {
                distinctSoFar();
                if (size > pairs.length / 2) {
                    pairs = Arrays.copyOf(pairs, pairs.length * 2);
                }
            }
            pairs[size++] = (long) Math.min(one, other) << 32 | Math.max(one, other);
        }

        int size() {
            return size;
        }

        private void distinctSoFar() {
            Arrays.sort(pairs, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || pairs[i] != pairs[i - 1]) {
                    pairs[kept++] = pairs[i];
                }
            }
            size = kept;
        }

        long[] distinct() {
            distinctSoFar();
            return Arrays.copyOf(pairs, size);
        }
    }
}
