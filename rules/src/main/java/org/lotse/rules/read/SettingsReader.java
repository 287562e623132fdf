package org.lotse.rules.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.rule.LegalBasis;
import org.lotse.engine.rule.Retention;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;

/**
 * Reads {@code settings.yaml}: {@code company}, {@code currency}, {@code zone}, {@code time-budget} (milliseconds),
 * {@code fallback-action}, {@code unrecorded-service-answers}, {@code exploration} (per action group a share, or share,
 * method and evidence; {@code default} for the rest), {@code control-group} (share, salt, excepted groups; in short
 * {@code control-share}), {@code assumed-incremental-share},
 * {@code uplift-measured} (outbound, inbound, both), {@code assumed-propensity}, {@code fatigue-per-contact}, {@code reserve-minutes},
 * {@code prices} per capacity and {@code retention} per purpose.
 */
public final class SettingsReader {
    private static final Set<String> KEYS = Set.of(
            "company",
            "currency",
            "zone",
            "time-budget",
            "fallback-action",
            "exploration",
            "control-share",
            "control-group",
            "unrecorded-service-answers",
            "assumed-incremental-share",
            "uplift-measured",
            "assumed-propensity",
            "fatigue-per-contact",
            "reserve-minutes",
            "prices",
            "retention");
    private final YamlPart root;

    private SettingsReader(YamlPart root) {
        this.root = root;
    }

    /** The settings, or nothing and findings. */
    public static Optional<Settings> read(String path, byte[] bytes, Findings findings) {
        return YamlPart.read(path, bytes, findings).flatMap(root -> new SettingsReader(root).read());
    }

    private Optional<Settings> read() {
        root.onlyKeys(KEYS);
        Optional<Currency> currency = required("currency").flatMap(part -> part.reading(() -> currency(part.text())));
        Optional<ZoneId> zone = required("zone").flatMap(part -> part.reading(() -> zone(part.text())));
        Optional<ActionKey> fallback =
                required("fallback-action").flatMap(part -> part.reading(() -> new ActionKey(part.text())));
        if (currency.isEmpty() || zone.isEmpty() || fallback.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Settings(
                root.text("company").orElse(""),
                currency.get(),
                zone.get(),
                Duration.ofMillis((long) number("time-budget", 150, 1, 60_000)),
                fallback.get(),
                root.part("unrecorded-service-answers")
                        .flatMap(part -> part.reading(() -> yes(part.text())))
                        .orElse(false),
                new ArbitrationSettings(root).exploration(),
                new ArbitrationSettings(root).control(),
                number("assumed-incremental-share", 0.5, 0, 1),
                root.part("uplift-measured")
                        .flatMap(part -> part.reading(() -> directions(part.text())))
                        .orElse(Set.of(Direction.values())),
                root.part("assumed-propensity").flatMap(part -> part.reading(() -> number(part.text(), 0, 1))),
                number("fatigue-per-contact", 0, 0, 1_000_000),
                Duration.ofMinutes((long) number("reserve-minutes", 60, 0, 100_000)),
                numbers("prices", 1_000_000),
                retention()));
    }

    private Map<Purpose, Retention> retention() {
        Map<Purpose, Retention> retention = new EnumMap<>(Purpose.class);
        root.part("retention")
                .ifPresent(section -> section.entries().forEach((purpose, part) -> {
                    part.onlyKeys(Set.of("keep", "basis", "balancing"));
                    part.part("basis").ifPresent(basis -> basis.reading(() -> basis(basis.text(), part)));
                    part.part("keep")
                            .flatMap(keep -> keep.reading(() -> Period.parse(keep.text())))
                            .ifPresent(keep -> part.reading(() -> purpose(purpose))
                                    .ifPresent(known -> retention.put(
                                            known,
                                            new Retention(
                                                    keep, part.text("basis").orElse("")))));
                }));
        return retention;
    }

    /** A legal basis there is; a legitimate interest has to be weighed, and where that was written down said. */
    private static LegalBasis basis(String text, YamlPart part) throws NotReadable {
        LegalBasis basis = LegalBasis.of(text)
                .orElseThrow(() -> new NotReadable(
                        FindingCode.NOT_UNDERSTOOD, "choice", text, String.join(", ", LegalBasis.keys())));
        if (basis == LegalBasis.LEGITIMATE_INTEREST
                && part.text("balancing").orElse("").isBlank()) {
            throw new NotReadable(FindingCode.NO_LEGAL_BASIS, "balancing");
        }
        return basis;
    }

    private static Purpose purpose(String name) throws NotReadable {
        try {
            return Purpose.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotReadable(FindingCode.UNKNOWN_VALUE, "purpose", name);
        }
    }

    private Optional<YamlPart> required(String key) {
        Optional<YamlPart> part = root.part(key);
        if (part.isEmpty()) {
            root.error(FindingCode.NOT_UNDERSTOOD, "missing-key", key);
        }
        return part;
    }

    private double number(String key, double otherwise, double lowest, double highest) {
        return root.part(key)
                .flatMap(part -> part.reading(() -> number(part.text(), lowest, highest)))
                .orElse(otherwise);
    }

    private Map<String, Double> numbers(String key, double highest) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        root.part(key)
                .ifPresent(section -> section.entries()
                        .forEach((name, part) -> part.reading(() -> number(part.text(), 0, highest))
                                .ifPresent(number -> numbers.put(name, number))));
        return numbers;
    }

    static double number(String text, double lowest, double highest) throws NotReadable {
        double number;
        try {
            number = Double.parseDouble(text.replaceFirst("\\s*ms$", ""));
        } catch (NumberFormatException notANumber) {
            throw new NotReadable(FindingCode.WRONG_TYPE, "number", text, "0.5");
        }
        if (!(number >= lowest && number <= highest)) {
            throw new NotReadable(FindingCode.OUT_OF_RANGE, "setting", text, lowest, highest);
        }
        return number;
    }

    private static Set<Direction> directions(String text) throws NotReadable {
        return switch (text) {
            case "outbound" -> Set.of(Direction.OUTBOUND);
            case "inbound" -> Set.of(Direction.INBOUND);
            case "both" -> Set.of(Direction.values());
            default -> throw new NotReadable(FindingCode.UNKNOWN_VALUE, "direction", text);
        };
    }

    private static boolean yes(String text) throws NotReadable {
        return switch (text) {
            case "yes", "ja", "true" -> true;
            case "no", "nein", "false" -> false;
            default -> throw new NotReadable(FindingCode.WRONG_TYPE, "yes-no-cell", text);
        };
    }

    private static Currency currency(String code) throws NotReadable {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new NotReadable(FindingCode.UNKNOWN_VALUE, "currency", code);
        }
    }

    private static ZoneId zone(String name) throws NotReadable {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new NotReadable(FindingCode.UNKNOWN_VALUE, "zone", name);
        }
    }
}
