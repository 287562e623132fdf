package org.lotse.rules.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.TermKey;
import org.lotse.rules.finding.FindingCode;

/** Reads where a term comes from. */
final class SourceReader {
    private static final Set<String> LIMITS = Set.of("where", "within", "until");
    private final YamlPart from;
    private final Optional<TermNames> names;

    SourceReader(YamlPart from, Optional<TermNames> names) {
        this.from = from;
        this.names = names;
    }

    Optional<Source> read() {
        return from.isText() ? from.reading(this::simple) : from.reading(this::structured);
    }

    private Source simple() throws NotReadable {
        return switch (from.text()) {
            case "attribute" -> new Source.Attribute();
            case "rules" -> new Source.Rules();
            case "context" -> new Source.Context();
            default ->
                throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "choice", from.text(), "attribute, rules, context");
        };
    }

    private Source structured() throws NotReadable {
        Map<String, YamlPart> entries = from.entries();
        List<String> kinds =
                entries.keySet().stream().filter(key -> !LIMITS.contains(key)).toList();
        if (kinds.size() != 1) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, "one-source", String.join(", ", kinds));
        }
        String kind = kinds.getFirst();
        String of = from.text(kind).orElse("");
        return switch (kind) {
            case "consent" -> new Source.Consent(new ChannelKey(of).value());
            case "percentile" -> new Source.Percentile(new TermKey(of));
            case "model" -> new Source.Prediction(of);
            case "calc" -> new Source.Calculated(calculation(of));
            default -> aggregate(kind, of);
        };
    }

    private Calculation calculation(String text) throws NotReadable {
        return names.isPresent()
                ? CalculationParser.parse(text, names.get(), Language.EN)
                : new Calculation.Constant(0);
    }

    private Source aggregate(String kind, String of) throws NotReadable {
        Source.Function function = TermReader.constant(Source.Function.class, kind);
        boolean whole = function == Source.Function.COUNT || function == Source.Function.SINCE;
        int dot = of.indexOf('.');
        if (whole == dot >= 0) {
            throw new NotReadable(FindingCode.NOT_UNDERSTOOD, whole ? "no-field" : "field", kind, of);
        }
        Map<String, String> where = new LinkedHashMap<>();
        from.part("where")
                .ifPresent(fields -> fields.entries().forEach((field, value) -> where.put(field, value.text())));
        return new Source.Aggregate(
                function,
                dot < 0 ? of : of.substring(0, dot),
                dot < 0 ? Optional.empty() : Optional.of(of.substring(dot + 1)),
                where,
                period("within"),
                period("until"));
    }

    private Optional<Period> period(String key) {
        return from.part(key)
                .flatMap(part -> part.reading(
                        () -> Period.parse(part.text().toLowerCase(Locale.ROOT).replaceFirst("\\s+ago$", ""))));
    }
}
