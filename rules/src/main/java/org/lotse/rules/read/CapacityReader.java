package org.lotse.rules.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.action.Capacity;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/** Reads {@code capacities.csv}: one row per capacity and time in which its amount holds. */
final class CapacityReader {
    private static final List<String> HEADINGS = List.of("Key", "Amount", "Per", "Owner", "From", "Until");
    private final Findings findings;

    CapacityReader(Findings findings) {
        this.findings = findings;
    }

    List<Capacity> read(Grid grid) {
        List<Capacity> capacities = new ArrayList<>();
        new Listing(grid, HEADINGS, findings)
                .forEach(entry -> capacity(entry).ifPresent(capacity -> {
                    if (capacities.stream().anyMatch(other -> clash(other, capacity))) {
                        entry.error("Key", FindingCode.OVERLAP, "capacity", capacity.key());
                    } else {
                        capacities.add(capacity);
                    }
                }));
        return capacities;
    }

    private static boolean clash(Capacity one, Capacity other) {
        return one.key().equals(other.key()) && one.overlaps(other);
    }

    private static Optional<Capacity> capacity(Listing.Entry entry) {
        Optional<String> key = entry.reading("Key", () -> key(entry.required("Key")));
        Optional<Double> amount = entry.reading("Amount", () -> amount(entry));
        Optional<Capacity.Per> per = entry.reading("Per", () -> per(entry.required("Per")));
        Optional<LocalDate> from = Days.read(entry, "From");
        Optional<LocalDate> until = Days.read(entry, "Until");
        if (key.isEmpty() || amount.isEmpty() || per.isEmpty() || !Days.ordered(entry, "Until", from, until)) {
            return Optional.empty();
        }
        return Optional.of(new Capacity(
                key.get(), amount.get(), per.get(), entry.cell("Owner").text(), from, until));
    }

    private static String key(String text) throws NotReadable {
        if (text.contains(":") || text.contains("|")) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "capacity-key", text);
        }
        return text;
    }

    private static double amount(Listing.Entry entry) throws NotReadable {
        double amount = new ValueReader(Language.EN).number(entry.required("Amount"));
        if (amount < 0) {
            throw new NotReadable(
                    FindingCode.OUT_OF_RANGE, "setting", entry.cell("Amount").text(), 0, "1000000000");
        }
        return amount;
    }

    private static Capacity.Per per(String text) throws NotReadable {
        return switch (Names.folded(text)) {
            case "stunde" -> Capacity.Per.HOUR;
            case "tag" -> Capacity.Per.DAY;
            case "woche" -> Capacity.Per.WEEK;
            case "monat" -> Capacity.Per.MONTH;
            case "quartal" -> Capacity.Per.QUARTER;
            case "jahr" -> Capacity.Per.YEAR;
            default -> TermReader.constant(Capacity.Per.class, text);
        };
    }
}
