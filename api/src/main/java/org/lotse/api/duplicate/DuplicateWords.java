package org.lotse.api.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lotse.models.duplicate.Agreement;
import org.lotse.models.duplicate.Comparison;
import org.lotse.models.duplicate.CustomerRecord;
import org.lotse.models.duplicate.Field;
import org.lotse.models.duplicate.PairPattern;
import org.lotse.models.duplicate.Rules;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words why two records may be one customer, and lays them side by side. */
@Component
public class DuplicateWords {
    private final MessageSource messages;

    DuplicateWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * How two records agree in one respect.
     *
     * @param speaks for one customer, against it, or neither
     */
    public record Reason(Comparison field, Agreement agreement, Speaks speaks, String text) {}

    /** For which side a reason speaks. */
    public enum Speaks {
        FOR,
        AGAINST,
        NEITHER
    }

    /**
     * One field of both records.
     *
     * @param one what the one says; null when it says nothing
     * @param differs whether both say something, and not the same
     */
    public record Line(
            Field field,
            String title,
            @Nullable String one,
            @Nullable String other,
            boolean differs) {}

    /** The reasons, those for one customer first. */
    public List<Reason> reasons(PairPattern pattern, Locale language) {
        List<Reason> reasons = new ArrayList<>();
        for (Map.Entry<Comparison, Agreement> entry : pattern.agreements().entrySet()) {
            Comparison field = entry.getKey();
            Agreement agreement = entry.getValue();
            if (!isDull(field, agreement)) {
                reasons.add(new Reason(
                        field,
                        agreement,
                        speaks(field, agreement),
                        messages.getMessage("duplicate.reason." + field + "." + agreement, null, language)));
            }
        }
        reasons.sort(java.util.Comparator.comparing(Reason::speaks));
        return List.copyOf(reasons);
    }

    /** What rules say of the pair, in words; none when they are silent. */
    public List<String> rules(PairPattern pattern, Locale language) {
        List<String> rules = new ArrayList<>();
        if (Rules.speakFor(pattern)) {
            rules.add(messages.getMessage("duplicate.rule.for", null, language));
        }
        if (Rules.speakAgainst(pattern)) {
            rules.add(messages.getMessage("duplicate.rule.against", null, language));
        }
        return List.copyOf(rules);
    }

    /** Both records, field by field, without those of which neither says anything. */
    public List<Line> sideBySide(CustomerRecord one, CustomerRecord other, Locale language) {
        List<Line> lines = new ArrayList<>();
        for (Field field : Field.values()) {
            String first = one.get(field);
            String second = other.get(field);
            if (!first.isEmpty() || !second.isEmpty()) {
                lines.add(new Line(
                        field,
                        messages.getMessage("duplicate.field." + field, null, language),
                        first.isEmpty() ? null : said(first, language),
                        second.isEmpty() ? null : said(second, language),
                        !first.isEmpty() && !second.isEmpty() && !first.equalsIgnoreCase(second)));
            }
        }
        return List.copyOf(lines);
    }

    /** Declared values in words, everything else as it stands. */
    private String said(String value, Locale language) {
        return String.valueOf(messages.getMessage("duplicate.value." + value, null, value, language));
    }

    private static boolean isDull(Comparison field, Agreement agreement) {
        return agreement == Agreement.SAME
                && (field == Comparison.NAME_ORDER || field == Comparison.TITLE || field == Comparison.SALUTATION);
    }

    private static Speaks speaks(Comparison field, Agreement agreement) {
        return switch (agreement) {
            case SAME, SAME_RARE, SAME_COMMON, VARIANT, INITIAL, PART, IN_EMAIL, TYPO ->
                field == Comparison.PHONE && agreement == Agreement.TYPO ? Speaks.NEITHER : Speaks.FOR;
            case SWAPPED -> field == Comparison.BIRTH_DATE ? Speaks.FOR : Speaks.NEITHER;
            case SAME_STREET, SAME_TOWN, ALIKE, UNKNOWN -> Speaks.NEITHER;
            case GENERATION, DIFFERENT -> Speaks.AGAINST;
        };
    }
}
