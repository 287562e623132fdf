package org.lotse.api.console;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Title;
import org.lotse.models.portrait.Portrait;
import org.springframework.context.MessageSource;

/** Words and numbers about models, as somebody reads them. For one page. */
final class ModelWords {
    private final MessageSource messages;
    private final RuleSet rules;
    private final SubjectType subject;
    private final Locale locale;

    /**
     * @param rules whose vocabulary names terms, actions and channels
     * @param subject whom the models' terms belong to
     */
    ModelWords(MessageSource messages, RuleSet rules, SubjectType subject, Locale locale) {
        this.messages = messages;
        this.rules = rules;
        this.subject = subject;
        this.locale = locale;
    }

    /** A message of the models pages. */
    String say(String key, Object... values) {
        return String.valueOf(messages.getMessage("console.models." + key, values, key, locale));
    }

    /** What people call a model; its name where nobody wrote one. */
    String model(String name) {
        return String.valueOf(messages.getMessage("console.models.name." + name, null, name, locale));
    }

    /** What people call an input. */
    String input(String name) {
        return term(name)
                .map(term -> term.title().in(Language.of(locale)))
                .orElseGet(
                        () -> String.valueOf(messages.getMessage("console.models.signal." + name, null, name, locale)));
    }

    private Optional<Term> term(String name) {
        String key = name.substring(name.indexOf('.') + 1);
        return TermKey.isWellFormed(key) ? rules.vocabulary().term(subject, TermPath.parse(name)) : Optional.empty();
    }

    /** What people call the values of an input. */
    String slot(String input, Portrait.Kind kind, Portrait.Slot slot) {
        return switch (slot.what()) {
            case MISSING -> say("slot.missing");
            case RARE -> say("slot.rare");
            case VALUE -> value(input, slot.value().orElse(""));
            case RANGE -> {
                String low = slot.low().map(number -> bound(kind, number)).orElse("");
                String high = slot.high().map(number -> bound(kind, number)).orElse("");
                yield low.isEmpty() && high.isEmpty()
                        ? say("slot.any")
                        : low.isEmpty()
                                ? say("slot.upTo", high)
                                : high.isEmpty() ? say("slot.over", low) : say("slot.between", low, high);
            }
        };
    }

    private String bound(Portrait.Kind kind, double number) {
        return kind == Portrait.Kind.DATE ? day(LocalDate.ofEpochDay((long) number)) : number(number, 2);
    }

    private String value(String input, String value) {
        if (value.equals("yes") || value.equals("no")) {
            return say("value." + value);
        }
        Optional<Title> title = switch (input) {
            case "action" -> rules.catalogue().action(new ActionKey(value)).map(one -> one.title());
            case "channel" -> rules.catalogue().channel(new ChannelKey(value)).map(one -> one.title());
            default -> term(input).map(Term::values).map((Map<String, Title> all) -> all.get(value));
        };
        return title.map(one -> one.in(Language.of(locale))).orElse(value);
    }

    String number(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(number == 0 ? 0 : number);
    }

    /** With as many digits every time, for figures that are compared. */
    String fixed(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share < 0.1 ? 2 : 1);
        return format.format(share);
    }

    /** {@code +4.2}: percentage points of a share. */
    String points(double share) {
        return signed(100 * share);
    }

    String signed(double number) {
        return (number > 0 ? "+" : "") + fixed(number, Math.abs(number) < 1 ? 2 : 1);
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    String time(Instant at, ZoneId zone) {
        return at.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale));
    }
}
