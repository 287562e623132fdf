package org.lotse.api.console;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.springframework.stereotype.Component;

/** What the vocabulary says about a conversation: the questions to ask, and the words of choices and figures. */
@Component
class ConversationWords {
    private static final List<String> PROBABILITIES = List.of("propensity", "uplift");
    private static final List<String> AMOUNTS =
            List.of("value", "costIfAccepted", "contactCost", "fatigue", "capacityPrice");

    private final RuleSets ruleSets;

    ConversationWords(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** Everything of few answers that the vocabulary expects from the conversation. */
    List<Choice> choices(Map<String, String> given, Locale locale) {
        Language language = Language.of(locale);
        return ruleSets.active().vocabulary().terms(SubjectType.CUSTOMER).values().stream()
                .filter(term -> term.source() instanceof Source.Context && term.type() == TermType.CHOICE)
                .map(term -> new Choice(
                        term.key().value(),
                        term.title().in(language),
                        term.values().entrySet().stream()
                                .map(value -> new Choice.Option(
                                        value.getKey(),
                                        value.getValue().in(language),
                                        value.getKey()
                                                .equals(given.get(term.key().value()))))
                                .toList()))
                .toList();
    }

    /** The word of a choice term's value; the value itself when the vocabulary does not know it. */
    public String choice(String term, @Nullable String value, Locale locale) {
        if (value == null) {
            return "";
        }
        return term(term)
                .flatMap(known -> Optional.ofNullable(known.values().get(value)))
                .map(title -> title.in(Language.of(locale)))
                .orElse(value);
    }

    /** One figure of the calculation; {@code key} names its words. */
    public record Factor(String key, String text) {}

    /** The figures an offer was weighed with, in the order of the formula. */
    public List<Factor> factors(Conversation.Offer offer, Locale locale) {
        List<Factor> factors = new ArrayList<>();
        for (String key : PROBABILITIES) {
            number(offer, key).ifPresent(number -> factors.add(new Factor(key, percent(number, locale))));
        }
        number(offer, "lever")
                .filter(lever -> lever != 1)
                .ifPresent(lever -> factors.add(
                        new Factor("lever", NumberFormat.getInstance(locale).format(lever))));
        for (String key : AMOUNTS) {
            number(offer, key)
                    .filter(amount -> amount != 0 || key.equals("value"))
                    .ifPresent(amount -> factors.add(new Factor(key, money(amount, locale))));
        }
        factors.add(new Factor("priority", money(offer.priority(), locale)));
        return factors;
    }

    /** An amount in the accounting currency. */
    public String money(double amount, Locale locale) {
        RuleSet rules = ruleSets.active();
        NumberFormat format =
                NumberFormat.getCurrencyInstance("de".equals(locale.getLanguage()) ? Locale.GERMANY : Locale.UK);
        format.setCurrency(rules.settings().currency());
        return format.format(amount);
    }

    /** A probability as people say it. */
    static String percent(double probability, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(probability < 0.1 ? 1 : 0);
        return format.format(probability);
    }

    private Optional<Term> term(String key) {
        return ruleSets.active().vocabulary().term(SubjectType.CUSTOMER, new TermKey(key));
    }

    private static Optional<Double> number(Conversation.Offer offer, String key) {
        return offer.factors().get(key) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }
}
