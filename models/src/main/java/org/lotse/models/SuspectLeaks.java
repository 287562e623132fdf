package org.lotse.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lotse.models.registry.Finding;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Rows;

/**
 * Finds columns that are probably known only after the outcome. A column is suspected when it alone nearly decides the
 * target, when one of its values always comes with the rarer outcome, or when it goes with the target and its name or
 * its values say that somebody fills it in while or after working on the case: a judgement that is often missing, the
 * length of the contact, something about the closing, a state "Modified".
 */
final class SuspectLeaks {
    private static final double TOO_GOOD = 0.9;
    private static final double GOOD = 0.75;
    private static final double PROOF = 3;
    private static final double HINT = 1.64;
    private static final double OFTEN_MISSING = 0.25;
    private static final int FEWEST = 30;
    private static final double CHANCE = 1e-9;
    private static final Set<String> JUDGEMENTS = Set.of(
            "quality",
            "score",
            "index",
            "grade",
            "rating",
            "profile",
            "tag",
            "tags",
            "assessment",
            "notable",
            "qualität",
            "bewertung",
            "einstufung",
            "einschätzung",
            "punkte");
    private static final Set<String> LENGTHS =
            Set.of("duration", "length", "talktime", "dauer", "gesprächsdauer", "result", "outcome", "ergebnis");
    private static final Set<String> BEFORE =
            Set.of("previous", "prior", "last", "before", "vorherige", "vorheriges", "letzte", "letztes");
    private static final Set<String> CLOSINGS = Set.of(
            "close",
            "closed",
            "closing",
            "cancellation",
            "cancelled",
            "churned",
            "lost",
            "won",
            "exit",
            "abschluss",
            "kündigung",
            "gekündigt",
            "verloren",
            "gewonnen");
    private static final Set<String> FACTS = Set.of(
            "date", "value", "quarter", "reason", "amount", "day", "time", "month", "datum", "wert", "quartal", "grund",
            "betrag", "tag", "monat");
    private static final Set<String> CHANGED = Set.of("modified", "updated", "geändert", "bearbeitet");
    private static final Set<String> PLACEHOLDERS =
            Set.of("select", "unknown", "n/a", "?", "bitte wählen", "unbekannt");

    private final Table table;
    private final Rows rows;

    SuspectLeaks(Table table, Rows rows) {
        this.table = table;
        this.rows = rows;
    }

    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        for (int input = 0; input < rows.signals().signals().size(); input++) {
            double[][][] counts = counts(input);
            double auc = alone(counts, rows.mean());
            if (auc >= TOO_GOOD || decides(counts[2]) || says(input, auc)) {
                findings.add(
                        new Finding(Finding.Code.LEAK_SUSPECTED, rows.signals().name(input), auc));
            }
        }
        return findings;
    }

    private boolean says(int input, double auc) {
        String name = rows.signals().name(input);
        List<String> words = words(name);
        Column column = table.require(name, "The model");
        boolean judged = words.stream().anyMatch(JUDGEMENTS::contains) && missing(column) >= OFTEN_MISSING;
        boolean measured = auc >= GOOD
                && words.stream().anyMatch(LENGTHS::contains)
                && words.stream().noneMatch(BEFORE::contains);
        boolean closing = words.stream().anyMatch(CLOSINGS::contains)
                && (words.size() == 1 || words.stream().anyMatch(FACTS::contains));
        return closing && beyondNoise(auc, HINT) || (judged || measured || changed(column)) && beyondNoise(auc, PROOF);
    }

    /** Words of {@code close_date}, {@code closeDate} and {@code Close date}. */
    private static List<String> words(String name) {
        return Arrays.stream(name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+"))
                .toList();
    }

    private static double missing(Column column) {
        int missing = 0;
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            missing += text == null || PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return (double) missing / column.size();
    }

    private static boolean changed(Column column) {
        int changed = 0;
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            changed += text != null && CHANGED.contains(text.toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return changed > column.size() / 100;
    }

    /** Whether a value always comes with the rarer outcome, and not by chance. */
    private boolean decides(double[][] counts) {
        double base = rows.mean();
        boolean rare = base <= 0.5;
        for (double[] slot : counts) {
            double all = slot[0] + slot[1];
            double wanted = rare ? slot[1] : slot[0];
            if (all >= FEWEST && wanted == all && Math.pow(Math.min(base, 1 - base), all) < CHANCE) {
                return true;
            }
        }
        return false;
    }

    private boolean beyondNoise(double auc, double errors) {
        double positives = rows.mean() * rows.size();
        double negatives = rows.size() - positives;
        return auc - 0.5 > errors * Math.sqrt((rows.size() + 1) / (12 * positives * negatives));
    }

    /** The AUC of the column alone: each half is scored with the shares seen in the other. */
    private static double alone(double[][][] counts, double base) {
        List<double[]> scored =
                new ArrayList<>(); // share seen in the other half, rows without and with the outcome here
        for (int half = 0; half < 2; half++) {
            for (int slot = 0; slot < counts[half].length; slot++) {
                double[] seen = counts[1 - half][slot];
                scored.add(new double[] {
                    (seen[1] + 2 * base) / (seen[0] + seen[1] + 2), counts[half][slot][0], counts[half][slot][1]
                });
            }
        }
        scored.sort(Comparator.comparingDouble(each -> each[0]));
        double area = 0;
        double below = 0;
        double positives = 0;
        for (int from = 0; from < scored.size(); ) {
            double score = scored.get(from)[0];
            double without = 0;
            double with = 0;
            for (; from < scored.size() && scored.get(from)[0] == score; from++) {
                without += scored.get(from)[1];
                with += scored.get(from)[2];
            }
            area += with * (below + without / 2);
            below += without;
            positives += with;
        }
        return positives == 0 || below == 0 ? 0.5 : area / (positives * below);
    }

    /** Rows by half (and together), slot and outcome. */
    private double[][][] counts(int input) {
        Signals signals = rows.signals();
        double[][][] counts = new double[3][signals.slots(input)][2];
        for (int row = 0; row < rows.size(); row++) {
            int slot = signals.slot(input, rows.codes()[row]);
            int outcome = rows.targets()[row] > 0.5 ? 1 : 0;
            counts[row % 2][slot][outcome]++;
            counts[2][slot][outcome]++;
        }
        return counts;
    }
}
