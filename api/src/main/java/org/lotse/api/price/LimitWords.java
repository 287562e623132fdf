package org.lotse.api.price;

import java.util.Locale;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Channel;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Limits as people say them: "at most 2 contacts in 7 days over E-mail". */
@Component
class LimitWords {
    private final MessageSource messages;

    LimitWords(MessageSource messages) {
        this.messages = messages;
    }

    String cap(Cap cap, RuleSet rules, Locale locale) {
        String scope = scope(cap, rules, locale);
        String limit = cap.limit().isPresent() && cap.window().isPresent()
                ? switch (cap.window().get()) {
                    case Cap.Window.Rolling(var length) ->
                        say("limit.rolling", locale, cap.limit().getAsInt(), period(length, locale), scope);
                    case Cap.Window.Calendar(var unit) ->
                        say("limit.calendar", locale, cap.limit().getAsInt(), say("per." + unit, locale), scope);
                }
                : "";
        String pause = cap.pause()
                .map(one -> say(
                        "limit.pause",
                        locale,
                        one.count(),
                        one.outcome(),
                        period(one.within(), locale),
                        period(one.pause(), locale),
                        scope))
                .orElse("");
        return limit.isEmpty() || pause.isEmpty() ? limit + pause : limit + " " + pause;
    }

    private String scope(Cap cap, RuleSet rules, Locale locale) {
        return switch (cap.scope()) {
            case Cap.Scope.Person ignored -> say("limit.person", locale);
            case Cap.Scope.OfChannel(var channel) ->
                say(
                        "limit.channel",
                        locale,
                        rules.catalogue()
                                .channel(channel)
                                .map(Channel::title)
                                .map(title -> title.in(Language.of(locale)))
                                .orElse(channel.value()));
            case Cap.Scope.OfPurpose(Purpose purpose) -> say("limit.purpose." + purpose, locale);
            case Cap.Scope.OfGroup(String group) -> say("limit.group", locale, group);
            case Cap.Scope.OfAction(ActionKey action) ->
                say(
                        "limit.action",
                        locale,
                        rules.catalogue()
                                .action(action)
                                .map(one -> one.title().in(Language.of(locale)))
                                .orElse(action.value()));
        };
    }

    private String period(Period period, Locale locale) {
        return say("period." + period.unit(), locale, period.amount());
    }

    String lever(Action action, Locale locale) {
        return say("limit.lever", locale, action.title().in(Language.of(locale)), action.lever());
    }

    String control(ControlGroup control, Locale locale) {
        return say("limit.control", locale, control.share());
    }

    String exploration(String group, Settings settings, Locale locale) {
        Exploration exploration = settings.exploration(group);
        return say("limit.exploration." + exploration.method(), locale, group, exploration.share());
    }

    private String say(String key, Locale locale, Object... parts) {
        return messages.getMessage("price." + key, parts, locale);
    }
}
